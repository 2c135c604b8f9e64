package zhiyin.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

import zhiyin.golden.GoldenRecords;
import zhiyin.graph.BulkWriter;
import zhiyin.graph.GraphMigrations;
import zhiyin.identity.IdentityResolver;
import zhiyin.model.RecordKind;
import zhiyin.search.CustomerIndex;
import zhiyin.staging.Landing;
import zhiyin.staging.Rejects;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.TouchedCustomers;
import zhiyin.staging.WorkList;
import zhiyin.tag.TagCatalogue;

/** The flow of a load, in order: prepare, land, resolve, import all at once or merge what is made and what was staged, remove, index. */
@Configuration(proxyBeanMethods = false)
class LoadJob {

    static final String NAME = "load";

    /** Kinds of record whose change can change how a customer is found. */
    private static final Set<String> SEARCHED = Set.of("Customer", "SourceRecord", "ContactMedium", "BillingAccount",
            "Product");

    /** Kinds of record whose rows share nodes to which they add relationships: written side by side they would wait for each other. */
    private static final Set<String> SHARING = Set.of("ContactMedium", "Product", "CustomerTag");

    private static final int LANES = 2;

    /** The steps of a load, in order. */
    record Plan(List<Work> steps) {}

    @Bean
    Plan loadPlan(Staging staging, Landing landing, Rejects rejects, RejectStore store, IdentityResolver resolver,
            GoldenRecords golden, List<RecordKind> kinds, BulkWriter graph, GraphMigrations migrations,
            TagCatalogue tags,
            CustomerIndex index, Declarations declarations, ToldGraph toldGraph, LoadSettings settings,
            Importing importing) {
        Merging merging = new Merging(staging, graph, declarations, settings.batch());
        List<RecordKind> staged = KindOrder
                .of(kinds.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList());
        TouchedCustomers touched = new TouchedCustomers(staging);
        List<Work> work = new ArrayList<>();
        work.add(new PrepareWork(migrations, tags, index, touched, declarations, toldGraph,
                Stream.concat(GoldenRecords.kinds().stream(), staged.stream()).toList()));
        work.add(new LandWork(landing, rejects, store));
        work.add(new ResolveWork(staging, resolver, golden, rejects, staged, store, declarations));
        List<MergeWork> merges = Stream.concat(GoldenRecords.kinds().stream().map(kind -> merging.of(kind, true)),
                staged.stream().map(kind -> merging.of(kind, false))).toList();
        work.add(importing.instead(merges));
        work.addAll(merges);
        for (RecordKind kind : reversed(GoldenRecords.kinds())) {
            work.add(new RemoveWork(kind, new WorkList(staging, kind, true), graph));
        }
        work.add(new IndexWork(touched, index, settings.batch()));
        return new Plan(work);
    }

    /** Makes the works that merge, which differ in their kind of record. */
    private record Merging(Staging staging, BulkWriter graph, Declarations declarations, int batch) {

        MergeWork of(RecordKind kind, boolean isMade) {
            return new MergeWork(kind, new WorkList(staging, kind, isMade, () -> circumstances(kind)), graph,
                    SHARING.contains(kind.name()) ? 1 : LANES, batch, SEARCHED.contains(kind.name()));
        }

        /** A mark that nobody had declared means something once its tag is declared. */
        private String circumstances(RecordKind kind) {
            return kind.name().equals("CustomerTag") ? declarations.tags() : "";
        }
    }

    private static List<RecordKind> reversed(List<RecordKind> kinds) {
        List<RecordKind> reversed = new ArrayList<>(kinds);
        Collections.reverse(reversed);
        return reversed;
    }

    @Bean
    Job load(JobRepository repository, JdbcTransactionManager transactions, Plan plan, LoadSettings settings) {
        Progress progress = new Progress(settings.progress());
        List<Step> steps = plan.steps().stream().map(work -> (Step) new StepBuilder(work.name(), repository)
                .tasklet(new WorkTasklet(work, progress), transactions).build()).toList();
        SimpleJobBuilder job = new JobBuilder(NAME, repository).start(steps.getFirst());
        steps.stream().skip(1).forEach(job::next);
        return job.build();
    }
}
