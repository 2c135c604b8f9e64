package zhiyin.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.graph.BulkWriter;
import zhiyin.graph.GraphMigrations;
import zhiyin.identity.IdentityResolver;
import zhiyin.model.RecordKind;
import zhiyin.reject.RejectStore;
import zhiyin.search.CustomerIndex;
import zhiyin.search.EventIndexes;
import zhiyin.staging.Accounts;
import zhiyin.staging.EventList;
import zhiyin.staging.HistoryWindow;
import zhiyin.staging.Judge;
import zhiyin.staging.Landing;
import zhiyin.staging.LeavingRecords;
import zhiyin.staging.Rejects;
import zhiyin.staging.RemovedRecords;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.TouchedCustomers;
import zhiyin.staging.Vanished;
import zhiyin.staging.WorkList;
import zhiyin.tag.TagCatalogue;

/**
 * The flow of a load, in order: prepare, land, resolve, draw the window, import all at once or merge what is made and what was
 * staged, index events, remove, index.
 */
@Configuration(proxyBeanMethods = false)
class LoadJob {

    static final String NAME = "load";

    /** Kinds of record whose change can change how a customer is found. */
    private static final Set<String> SEARCHED = Set.of("Customer", "SourceRecord", "ContactMedium", "BillingAccount",
            "Product");

    /** Kinds of record whose rows share nodes to which they add relationships: written side by side they would wait for each other. */
    private static final Set<String> SHARING = Set.of("ContactMedium", "Product", "CustomerTag");

    private static final int LANES = 2;

    /**
     * What a load does.
     *
     * @param steps in order
     * @param gate  what is looked at before
     */
    record Plan(List<Work> steps, Gate gate) {}

    @Bean
    Plan loadPlan(Staging staging, Landing landing, Vanished vanished, Judge judge, Rejects rejects, RejectStore store,
            AccountStore accounts, Tolerated tolerated, IdentityResolver resolver,
            Affected affected, GoldenRecords golden, List<RecordKind> kinds, BulkWriter graph,
            GraphMigrations migrations,
            TagCatalogue tags,
            CustomerIndex index, EventIndexes events, HistoryWindow window, Declarations declarations,
            ToldGraph toldGraph, Room room, LoadSettings settings,
            Importing importing) {
        Merging merging = new Merging(staging, kinds, graph, declarations, settings.batch());
        List<RecordKind> staged = KindOrder
                .of(kinds.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList());
        TouchedCustomers touched = new TouchedCustomers(staging);
        List<Work> work = new ArrayList<>();
        work.add(new PrepareWork(migrations, tags, index, touched, declarations));
        work.add(new LandWork(new LandWork.Landed(landing, vanished, rejects, new Accounts(staging), judge), staged,
                store, accounts, tolerated, settings.keptRejectsFor()));
        work.add(new ResolveWork(staging, resolver, affected, golden, declarations));
        work.add(new WindowWork(window));
        List<MergeWork> merges = Stream.concat(GoldenRecords.kinds().stream().map(kind -> merging.of(kind, true)),
                staged.stream().map(kind -> merging.of(kind, false))).toList();
        List<Aging> aging = staged.stream().flatMap(kind -> Aging.of(kind, merging, events)).toList();
        work.add(importing.instead(Stream.concat(merges.stream(), aging.stream().flatMap(Aging::merges))
                .toList()));
        work.addAll(merges);
        aging.forEach(history -> work.addAll(history.works()));
        for (RecordKind kind : reversed(GoldenRecords.kinds())) {
            work.add(new RemoveWork(kind, new RemovedRecords(staging, kind), graph));
        }
        work.add(new IndexWork(touched, index, settings.batch()));
        return new Plan(work, new Gate(room, toldGraph, Stream.of(GoldenRecords.kinds().stream(), staged.stream(),
                aging.stream().flatMap(Aging::merges).map(MergeWork::kind)).flatMap(all -> all).toList()));
    }

    /**
     * What follows for a kind whose events grow old, once they are merged. The line that readers go by is moved when months and
     * search know what lies before it, and what lies before it leaves the graph when they go by it.
     */
    private record Aging(EventWork index, MergeWork months, MergeWork window, LeaveWork events, LeaveWork counts) {

        static Stream<Aging> of(RecordKind kind, Merging merging, EventIndexes indexes) {
            return Stream.ofNullable(kind.history()).map(history -> new Aging(
                    new EventWork(kind, EventList.toIndex(merging.staging(), kind), indexes.of(kind)),
                    merging.of(history.months(), true), merging.of(history.window(), true), merging.leave(kind),
                    merging.leave(history.months())));
        }

        Stream<MergeWork> merges() {
            return Stream.of(months, window);
        }

        List<Work> works() {
            return List.of(months, index, window, events, counts);
        }
    }

    /** Makes the works that merge, which differ in their kind of record. */
    private record Merging(Staging staging, List<RecordKind> kinds, BulkWriter graph, Declarations declarations,
            int batch) {

        MergeWork of(RecordKind kind, boolean isMade) {
            return new MergeWork(kind,
                    new WorkList(staging, kind, isMade, KindOrder.dependents(kinds, kind),
                            () -> declarations.circumstances(kind)),
                    graph,
                    SHARING.contains(kind.name()) ? 1 : LANES, batch, SEARCHED.contains(kind.name()));
        }

        LeaveWork leave(RecordKind kind) {
            return new LeaveWork(kind, new LeavingRecords(staging, kind), graph, LANES, batch);
        }
    }

    private static List<RecordKind> reversed(List<RecordKind> kinds) {
        List<RecordKind> reversed = new ArrayList<>(kinds);
        Collections.reverse(reversed);
        return reversed;
    }

    @Bean
    Job load(JobRepository repository, JdbcTransactionManager transactions, Plan plan, Patience patience,
            List<JobExecutionListener> listeners, LoadSettings settings) {
        Progress progress = new Progress(settings.progress());
        List<Step> steps = plan.steps().stream().map(work -> {
            WorkTasklet tasklet = new WorkTasklet(work, progress, plan.gate(), patience);
            return (Step) new StepBuilder(work.name(), repository).tasklet(tasklet, transactions)
                    .exceptionHandler(tasklet).build();
        }).toList();
        JobBuilder named = new JobBuilder(NAME, repository);
        listeners.forEach(named::listener);
        SimpleJobBuilder job = named.start(steps.getFirst());
        steps.stream().skip(1).forEach(job::next);
        return job.build();
    }
}
