package zhiyin.load;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import zhiyin.golden.GoldenRecords;
import zhiyin.graph.BulkWriter;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.model.RecordKind;
import zhiyin.search.CustomerIndex;
import zhiyin.search.IndexCheck;
import zhiyin.search.SearchProbe;
import zhiyin.staging.RemovedRecords;
import zhiyin.staging.Staging;
import zhiyin.staging.TouchedCustomers;
import zhiyin.staging.WorkList;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The hub ends between any two writes, and search still comes to say what the graph says. */
@HubTest
@Import(SearchProbe.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexFollowsGraphIT {

    private static final LoadRun RUN = new LoadRun(1, Instant.parse("2026-11-22T00:00:00Z"),
            LoadRequest.ofAll(LoadTrigger.START));

    private final Staging staging;
    private final BulkWriter writer;
    private final CustomerIndex index;
    private final IndexCheck check;
    private final SearchProbe probe;
    private final Neo4jClient graph;

    @Autowired
    IndexFollowsGraphIT(Staging staging, BulkWriter writer, CustomerIndex index, IndexCheck check, SearchProbe probe,
            Neo4jClient graph) {
        this.staging = staging;
        this.writer = writer;
        this.index = index;
        this.check = check;
        this.probe = probe;
        this.graph = graph;
    }

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @BeforeAll
    void load(@Autowired CleanStores stores, @Autowired Loads loads, @Value("${zhiyin.data}") Path data) {
        stores.all();
        SampleInput.in(data.resolve("input"), 60);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void whenItEndsAfterAWriteToTheGraphAndBeforeTheNoteOfIt() {
        RecordKind kind = GoldenRecords.kinds().getFirst();
        String customer = rename("Zenobia Quux");
        MergeWork killed = merge(kind, new WorkList(staging, kind, true) {
            @Override
            public void finish(boolean touchesSearch) {
                throw new Killed();
            }
        });
        assertThat(killed.begin(RUN)).isEqualTo(1);
        assertThat(killed.slice(RUN, 0)).isEqualTo(1);
        assertThatThrownBy(() -> killed.end(RUN)).isInstanceOf(Killed.class);
        assertThat(new TouchedCustomers(staging).count()).isZero();
        assertThat(differing()).containsExactly(customer);

        merge(kind, new WorkList(staging, kind, true)).end(RUN);
        bringToSearch(new TouchedCustomers(staging));

        assertThat(probe.found(List.of("Zenobia Quux"))).first().asString().contains(customer);
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void whenItEndsAfterAWriteToSearchAndBeforeTheNoteOfIt() {
        RecordKind kind = GoldenRecords.kinds().getFirst();
        String customer = rename("Xanthippe Quux");
        MergeWork merged = merge(kind, new WorkList(staging, kind, true));
        merged.begin(RUN);
        merged.slice(RUN, 0);
        merged.end(RUN);
        TouchedCustomers killed = new TouchedCustomers(staging) {
            @Override
            public void forget(List<String> customers) {
                throw new Killed();
            }
        };
        assertThatThrownBy(() -> bringToSearch(killed)).isInstanceOf(Killed.class);
        assertThat(killed.count()).isEqualTo(1);

        bringToSearch(new TouchedCustomers(staging));

        assertThat(new TouchedCustomers(staging).count()).isZero();
        assertThat(probe.found(List.of("Xanthippe Quux"))).first().asString().startsWith("Xanthippe Quux: 1 ")
                .contains(customer);
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void whenItEndsAfterACustomerLeftTheGraphAndBeforeTheNoteOfIt() {
        String customer = graph.query("MATCH (c:Customer) RETURN max(c.id) AS id").fetchAs(String.class).one()
                .orElseThrow();
        RecordKind kind = GoldenRecords.kinds().getFirst();
        staging.update("DELETE FROM staged.\"Customer\" WHERE id = ?", customer);
        RemoveWork killed = new RemoveWork(kind, new RemovedRecords(staging, kind) {
            @Override
            public void forget(List<Map<String, Object>> removed) {
                throw new Killed();
            }
        }, writer);
        assertThatThrownBy(() -> killed.slice(RUN, 0)).isInstanceOf(Killed.class);
        assertThat(present(customer)).isTrue();

        RemoveWork again = new RemoveWork(kind, new RemovedRecords(staging, kind), writer);
        assertThat(again.begin(RUN)).isEqualTo(1);
        again.slice(RUN, 0);
        bringToSearch(new TouchedCustomers(staging));

        assertThat(present(customer)).isFalse();
        assertSearchSaysWhatTheGraphSays();
    }

    private String rename(String name) {
        String customer = staging.query("SELECT min(id) FROM staged.\"Customer\"", row -> row.getString(1)).getFirst();
        staging.update("UPDATE staged.\"Customer\" SET \"displayName\" = ?, _hash = ? WHERE id = ?", name, name,
                customer);
        staging.update("INSERT INTO untold.\"Customer\" VALUES (?)", customer);
        return customer;
    }

    private MergeWork merge(RecordKind kind, WorkList list) {
        return new MergeWork(kind, list, writer, 1, 100, true);
    }

    private void bringToSearch(TouchedCustomers touched) {
        IndexWork work = new IndexWork(touched, index, 100);
        long total = work.begin(RUN);
        long done = 0;
        while (done < total) {
            done += work.slice(RUN, done);
        }
        work.end(RUN);
    }

    private boolean present(String customer) {
        return !check.present(List.of(customer)).isEmpty();
    }

    private List<String> differing() {
        return check.next("").stream().filter(customer -> !customer.expected().equals(customer.found()))
                .map(IndexCheck.Compared::id).toList();
    }

    private void assertSearchSaysWhatTheGraphSays() {
        assertThat(differing()).isEmpty();
        assertThat(check.documents()).isEqualTo(check.next("").size()).isPositive();
    }
}
