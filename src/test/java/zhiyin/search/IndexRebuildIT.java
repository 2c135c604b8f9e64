package zhiyin.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.TestGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The index under writes that come late, in halves, or while it is built anew. */
@HubTest
@Import(SearchProbe.class)
class IndexRebuildIT {

    private static final int CUSTOMERS = 40;

    @Autowired
    CustomerIndex index;

    @Autowired
    IndexRebuild rebuild;

    @Autowired
    IndexCheck check;

    @Autowired
    Indices indices;

    @Autowired
    BulkIndexer indexer;

    @Autowired
    CustomerDocuments documents;

    @Autowired
    SearchProbe probe;

    @Autowired
    Driver graph;

    @BeforeEach
    void fillGraphAndIndex(@Autowired CleanStores clean) {
        clean.graph();
        clean.indices();
        ids().forEach(id -> name(id, "Ada " + id));
        index.prepare();
        index.index(ids());
        index.publish();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void whatWasReadEarlierNeverTakesThePlaceOfWhatWasReadLater() {
        CustomerDocument early = documents.of(List.of("c07")).getFirst();
        name("c07", "Zenobia Quux");
        index.index(List.of("c07"));

        indexer.send(IndexMapping.writing(), List.of(put(early, 1)));

        index.publish();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void whatWasReadEarlierDoesNotBringBackWhoLeft() {
        CustomerDocument early = documents.of(List.of("c07")).getFirst();
        remove("c07");
        index.index(List.of("c07"));

        indexer.send(IndexMapping.writing(), List.of(put(early, 1)));

        index.publish();
        assertThat(check.present(List.of("c07"))).isEmpty();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void halfABulkIsMadeWholeByTheNext() {
        ids().forEach(id -> name(id, "Bea " + id));
        List<BulkOperation> operations = new ArrayList<>(
                documents.of(ids()).stream().map(document -> put(document, Long.MAX_VALUE / 2)).toList());
        operations.set(5, BulkOperation.of(any -> any.index(
                bad -> bad.id("c05").document(Map.of("no such field", "x")))));

        assertThatThrownBy(() -> indexer.send(IndexMapping.writing(), operations))
                .isInstanceOf(NotIndexedException.class).hasMessageContaining("1 of 40");
        index.publish();
        assertThat(check.next("")).filteredOn(customer -> !customer.expected().equals(customer.found()))
                .extracting(IndexCheck.Compared::id).containsExactly("c05");

        index.index(ids());
        index.publish();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void aRebuildTakesWhatALoadIndexesMeanwhileAndEndsInWhatTheGraphSays() {
        String former = indices.searched().orElseThrow();
        String fresh = rebuild.begin();
        assertThat(rebuild.fill("", 20)).hasSize(20).last().isEqualTo("c19");

        name("c03", "Early Bird");
        name("c33", "Late Bird");
        name("c99", "New Bird");
        remove("c05");
        index.index(List.of("c03", "c33", "c99", "c05"));
        index.publish();
        assertThat(indices.searched()).contains(former);
        assertThat(rebuild.isUnderWay(fresh)).isTrue();
        assertThat(probe.found(List.of("bird"))).first().asString().startsWith("bird: 3 ");

        String after = "c19";
        for (List<String> page = rebuild.fill(after, 7); !page.isEmpty(); page = rebuild.fill(after, 7)) {
            after = page.getLast();
        }
        rebuild.finish(fresh);

        assertThat(indices.searched()).contains(fresh);
        assertThat(rebuild.isSearched(fresh)).isTrue();
        assertThat(rebuild.isUnderWay(fresh)).isFalse();
        assertThat(probe.found(List.of("bird"))).first().asString().startsWith("bird: 3 ");
        assertSearchSaysWhatTheGraphSays();
        index.index(ids());
        index.publish();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void aRebuildThatBeginsAnewThrowsAwayWhatAnotherLeft() {
        String left = rebuild.begin();
        rebuild.fill("", 5);

        String fresh = rebuild.begin();

        assertThat(fresh).isNotEqualTo(left);
        assertThat(rebuild.isUnderWay(left)).isFalse();
        assertThat(rebuild.isUnderWay(fresh)).isTrue();
    }

    private static BulkOperation put(CustomerDocument document, long version) {
        return BulkOperation.of(any -> any.index(put -> put.id(document.id()).version(version)
                .versionType(VersionType.ExternalGte).document(document.fields())));
    }

    private void assertSearchSaysWhatTheGraphSays() {
        List<IndexCheck.Compared> all = check.next("");
        assertThat(all).isNotEmpty().allSatisfy(
                customer -> assertThat(customer.found()).as(customer.id()).isEqualTo(customer.expected()));
        assertThat(check.documents()).isEqualTo(all.size());
    }

    private void name(String id, String name) {
        graph.executableQuery("MERGE (c:Customer {id: $id}) SET c.displayName = $name, c.kind = 'INDIVIDUAL', "
                + "c.status = 'ACTIVE', c.updatedAt = datetime('2026-11-22T00:00:00Z')").withConfig(TestGraph.ASIDE)
                .withParameters(Map.of("id", id, "name", name)).execute();
    }

    private void remove(String id) {
        graph.executableQuery("MATCH (c:Customer {id: $id}) DETACH DELETE c").withConfig(TestGraph.ASIDE)
                .withParameters(Map.of("id", id))
                .execute();
    }

    private static List<String> ids() {
        return IntStream.range(0, CUSTOMERS).mapToObj("c%02d"::formatted).toList();
    }
}
