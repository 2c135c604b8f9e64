package zhiyin.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import zhiyin.DeclaredKinds;
import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.identity.IdentityResolver;
import zhiyin.identity.IdentityRules;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.model.RecordKind;
import zhiyin.source.FeedSelection;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing;
import zhiyin.staging.Normaliser;
import zhiyin.staging.RemovedRecords;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.Vanished;
import zhiyin.staging.WorkList;

import static org.assertj.core.api.Assertions.assertThat;

/** A load looks only at what may have changed; what it tells must be what a look at everything would tell. */
@SuppressWarnings("NullAway.Init")
class IncrementalLoadTests {

    private static final Path ETL = Path.of("etl");
    private static final List<String> CHANGING = List.of("crm/customers.csv", "billing/accounts.csv",
            "billing/offerings.csv", "billing/products.csv", "billing/bills-2026-10.csv", "network/subscribers.csv",
            "channel/profiles.csv", "channel/calls-2026-10.csv");

    @TempDir
    private Path folder;
    private Staging staging;
    private Landing landing;
    private Vanished vanished;
    private IdentityResolver resolver;
    private IdentityRules rules;
    private ResolveWork resolving;
    private List<RecordKind> all;
    private List<RecordKind> staged;
    private int load;

    private void open(Path input) {
        all = DeclaredKinds.read().kinds();
        staged = KindOrder.of(all.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList());
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        SourceCatalog catalog = SourceCatalog.read(ETL.resolve("sources"), all);
        landing = new Landing(staging, catalog, all, new Normaliser("a key".getBytes(StandardCharsets.UTF_8)), input);
        vanished = new Vanished(staging, catalog, landing);
        rules = IdentityRules.read(ETL.resolve("identity.yaml"),
                all.stream().filter(kind -> kind.name().equals(Tables.PARTY)).findFirst().orElseThrow());
        resolver = IdentityResolver.deterministic(rules);
        resolving = new ResolveWork(staging, resolver, new Affected(staging, all), new GoldenRecords(staging, rules),
                new Declarations(staging, ETL));
    }

    @AfterEach
    void close() {
        staging.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void missesNothingThatALookAtEverythingWouldFind(long seed) throws IOException {
        Path input = folder.resolve("input");
        SampleInput.in(input, 120);
        open(input);
        CsvMutation mutation = new CsvMutation(seed);
        Map<String, List<List<String>>> held = new HashMap<>();
        for (String file : CHANGING) {
            held.put(file, mutation.holdBack(input.resolve(file), 0.2));
        }
        assertThat(load()).isPositive();
        assertThat(whatALookAtEverythingFinds()).isEmpty();

        assertThat(load()).as("told twice").isZero();
        for (String file : CHANGING) {
            mutation.change(input.resolve(file), 0.05);
            List<List<String>> late = held.getOrDefault(file, List.of());
            mutation.add(input.resolve(file), late.subList(0, late.size() / 2));
            assertThat(load()).as(file).isPositive();
            assertThat(whatALookAtEverythingFinds()).as("after %s changed", file).isEmpty();
        }
        for (String file : CHANGING.reversed()) {
            List<List<String>> late = held.getOrDefault(file, List.of());
            mutation.add(input.resolve(file), late.subList(late.size() / 2, late.size()));
        }
        load();
        assertThat(whatALookAtEverythingFinds()).isEmpty();
    }

    /** Loads as the job does, but for the graph: answers how many records it would have been told. */
    private long load() {
        load++;
        LoadRun run = new LoadRun(load, Instant.parse("2026-11-01T00:00:00Z").plusSeconds(load),
                LoadRequest.ofAll(LoadTrigger.START));
        landing.pending(run.wanted()).forEach(file -> landing.land(file, load, run.at()));
        vanished.close(FeedSelection.ALL, load, run.at(), false);
        resolving.slice(run, 0);
        resolving.end(run);
        long told = 0;
        for (RecordKind kind : kinds()) {
            WorkList list = list(staging, kind);
            told += list.prepare();
            list.finish(true);
        }
        for (RecordKind kind : GoldenRecords.kinds().reversed()) {
            RemovedRecords removed = new RemovedRecords(staging, kind);
            removed.forget(removed.next(100_000));
        }
        return told;
    }

    private List<RecordKind> kinds() {
        return Stream.concat(GoldenRecords.kinds().stream(), staged.stream()).toList();
    }

    private WorkList list(Staging staging, RecordKind kind) {
        return new WorkList(staging, kind, GoldenRecords.kinds().contains(kind), KindOrder.dependents(all, kind),
                () -> "");
    }

    /** On a copy: what it finds is not to be mended by the look. */
    private List<String> whatALookAtEverythingFinds() {
        Path copy = folder.resolve("copy.duckdb");
        staging.copyTo(copy);
        try (Staging looked = new Staging(copy, "256MB")) {
            looked.run("CREATE OR REPLACE TEMP TABLE before AS SELECT * FROM assignment");
            resolver.resolve(looked);
            new GoldenRecords(looked, rules).make(true);
            List<String> found = new ArrayList<>(looked.query(
                    "(FROM assignment EXCEPT FROM before) UNION ALL (FROM before EXCEPT FROM assignment)",
                    row -> "assignment of " + row.getString(1)));
            for (RecordKind kind : kinds()) {
                looked.run("DELETE FROM " + Tables.untold(kind));
                Tables.noteUntold(looked, kind);
                WorkList list = list(looked, kind);
                long changed = list.prepare();
                if (changed > 0) {
                    found.add("%d %s: %s".formatted(changed, kind.name(), list.difference(3).examples()));
                }
            }
            GoldenRecords.kinds().stream().filter(kind -> new RemovedRecords(looked, kind).count() > 0)
                    .forEach(kind -> found.add("removed " + kind.name()));
            return found;
        }
    }
}
