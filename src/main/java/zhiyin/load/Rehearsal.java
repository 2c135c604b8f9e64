package zhiyin.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.identity.IdentityResolver;
import zhiyin.load.LoadPreview.KindChange;
import zhiyin.model.RecordKind;
import zhiyin.staging.Accounts;
import zhiyin.staging.Judge;
import zhiyin.staging.Landing;
import zhiyin.staging.Rejects;
import zhiyin.staging.Rejects.Rejected;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.Vanished;
import zhiyin.staging.WorkList;

/** Does in staging what a load would do, looks at what came of it, and undoes it. No other store is written to. */
@Component
class Rehearsal {

    private static final int EXAMPLES = 5;
    private static final int REJECTS = 20;

    private final Staging staging;
    private final Landing landing;
    private final Vanished vanished;
    private final Judge judge;
    private final ResolveWork resolving;
    private final List<RecordKind> kinds;

    Rehearsal(Staging staging, Landing landing, Vanished vanished, Judge judge, IdentityResolver resolver,
            Affected affected, GoldenRecords golden, Declarations declarations, List<RecordKind> kinds) {
        this.staging = staging;
        this.landing = landing;
        this.vanished = vanished;
        this.judge = judge;
        this.resolving = new ResolveWork(staging, resolver, affected, golden, declarations);
        this.kinds = kinds.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList();
    }

    LoadPreview of(LoadRun run) {
        return staging.rehearse(() -> {
            List<String> stops = land(run);
            resolving.slice(run, 0);
            return new LoadPreview(feeds(run.number()), changes(), new Accounts(staging).notices(run.number()),
                    rejects(run.number()), stops);
        });
    }

    private List<String> land(LoadRun run) {
        LoadRequest request = run.request();
        landing.pending(run.wanted()).forEach(delivery -> landing.land(delivery, run.number(), run.at()));
        List<String> stops = new ArrayList<>(vanished.close(request.feeds(), run.number(), run.at(),
                request.tolerate()));
        kinds.forEach(kind -> new Rejects(staging).noteUnknownReferences(kind, run.number()));
        stops.addAll(judge.judge(request.feeds(), run.number(), Instant.now()));
        return request.tolerate() ? List.of() : stops;
    }

    private List<LoadFeed> feeds(long load) {
        Accounts accounts = new Accounts(staging);
        return LoadFeed.of(accounts.files(load), accounts.vanished(load));
    }

    private List<KindChange> changes() {
        return Stream.concat(GoldenRecords.kinds().stream().map(kind -> change(kind, true)),
                kinds.stream().map(kind -> change(kind, false))).filter(change -> !change.isEmpty()).toList();
    }

    private KindChange change(RecordKind kind, boolean isMade) {
        WorkList list = new WorkList(staging, kind, isMade);
        list.prepare();
        WorkList.Difference difference = list.difference(EXAMPLES);
        return new KindChange(kind.name(), difference.added(), difference.changed(), difference.closed(),
                isMade ? list.removedCount() : 0, difference.examples());
    }

    private List<Rejected> rejects(long load) {
        List<Rejected> some = new ArrayList<>();
        new Rejects(staging).each(load, reject -> {
            if (some.size() < REJECTS) {
                some.add(reject);
            }
        });
        return some;
    }
}
