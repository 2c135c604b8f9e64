package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.identity.IdentityResolver;
import zhiyin.identity.IdentityRules;
import zhiyin.load.LoadPreview.KindChange;
import zhiyin.model.History;
import zhiyin.model.RecordKind;
import zhiyin.reject.Reject;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Accounts;
import zhiyin.staging.Corrections;
import zhiyin.staging.HistoryWindow;
import zhiyin.staging.Judge;
import zhiyin.staging.Landing;
import zhiyin.staging.LeavingRecords;
import zhiyin.staging.Normaliser;
import zhiyin.staging.Origins;
import zhiyin.staging.Refusals;
import zhiyin.staging.Rejects;
import zhiyin.staging.RemovedRecords;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.Vanished;
import zhiyin.staging.WorkList;

/** Does what a load would do on a copy of staging, and looks at what came of it. Nothing else is written to. */
@Component
class Rehearsal {

    private static final int EXAMPLES = 5;
    private static final int REJECTS = 20;

    private final Staging staging;
    private final SourceCatalog catalog;
    private final List<RecordKind> kinds;
    private final Normaliser normaliser;
    private final IdentityRules rules;
    private final IdentityResolver resolver;
    private final LoadSettings settings;
    private final Corrections corrections;
    private final Path etl;
    private final Path copy;

    Rehearsal(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser,
            IdentityRules rules, IdentityResolver resolver, LoadSettings settings, Corrections corrections,
            @Value("${zhiyin.etl}") Path etl,
            @Value("${zhiyin.data}") Path data) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.normaliser = normaliser;
        this.rules = rules;
        this.resolver = resolver;
        this.settings = settings;
        this.corrections = corrections;
        this.etl = etl;
        this.copy = data.resolve("staging/rehearsal.duckdb");
    }

    LoadPreview of(LoadRun run) {
        staging.copyTo(copy);
        try (Staging scratch = new Staging(copy, settings.stagingMemory())) {
            return new Performance(scratch).of(run);
        } finally {
            discard();
        }
    }

    private void discard() {
        try {
            Files.deleteIfExists(copy);
            FileSystemUtils.deleteRecursively(copy.resolveSibling(copy.getFileName() + ".tmp"));
        } catch (IOException kept) {
            throw new UncheckedIOException("Cannot delete the copy of staging " + copy, kept);
        }
    }

    /** One rehearsal, on its own staging. */
    private final class Performance {

        private final Staging staging;
        private final List<RecordKind> filled;

        Performance(Staging staging) {
            this.staging = staging;
            this.filled = kinds.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList();
        }

        LoadPreview of(LoadRun run) {
            List<String> stops = land(run);
            Declarations declarations = new Declarations(staging, etl);
            new ResolveWork(staging, resolver, new Affected(staging, kinds), new GoldenRecords(staging, rules),
                    declarations).slice(run, 0);
            new HistoryWindow(staging, kinds, settings.window().months()).draw(run.at());
            return new LoadPreview(feeds(run.number()), changes(declarations),
                    new Accounts(staging).notices(run.number()),
                    rejects(run.number()), stops);
        }

        private List<String> land(LoadRun run) {
            LoadRequest request = run.request();
            Landing landing = new Landing(staging, catalog, kinds, normaliser, settings.input(),
                    Math.toIntExact(settings.maxField().toBytes()), new Refusals(corrections, 0), Origins.NONE);
            landing.pending(run.wanted()).forEach(delivery -> landing.land(delivery, run.number(), run.at()));
            List<String> stops = new ArrayList<>(new Vanished(staging, catalog, landing).close(request.feeds(),
                    run.number(), run.at(), request.tolerate()));
            filled.forEach(kind -> new Rejects(staging).noteUnknownReferences(kind, run.number()));
            stops.addAll(new Judge(staging, catalog, landing).judge(request.feeds(), run.number(), Instant.now()));
            return request.tolerate() ? List.of() : stops;
        }

        private List<LoadFeed> feeds(long load) {
            Accounts accounts = new Accounts(staging);
            return LoadFeed.of(accounts.files(load), accounts.vanished(load));
        }

        private List<KindChange> changes(Declarations declarations) {
            return Stream.concat(GoldenRecords.kinds().stream().map(kind -> change(kind, true, declarations)),
                    filled.stream().flatMap(kind -> changes(kind, declarations))).filter(change -> !change.isEmpty())
                    .toList();
        }

        private Stream<KindChange> changes(RecordKind kind, Declarations declarations) {
            return Stream.concat(Stream.of(change(kind, false, declarations)), Stream.ofNullable(kind.history())
                    .flatMap(History::made).map(made -> change(made, true, declarations)));
        }

        private KindChange change(RecordKind kind, boolean isMade, Declarations declarations) {
            WorkList list = new WorkList(staging, kind, isMade, KindOrder.dependents(kinds, kind),
                    () -> declarations.circumstances(kind));
            list.prepare();
            WorkList.Difference difference = list.difference(EXAMPLES);
            return new KindChange(kind.name(), difference.added(), difference.changed(), difference.closed(),
                    isMade ? new RemovedRecords(staging, kind).count() : new LeavingRecords(staging, kind).count(),
                    difference.examples());
        }

        private List<Reject> rejects(long load) {
            List<Reject> some = new ArrayList<>();
            new Rejects(staging).each(load, reject -> {
                if (some.size() < REJECTS) {
                    some.add(Reject.foretold(reject));
                }
            });
            return some;
        }
    }
}
