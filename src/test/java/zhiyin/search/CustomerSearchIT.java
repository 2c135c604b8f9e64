package zhiyin.search;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;

import zhiyin.access.HubClient;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.TestGraph;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@HubTest
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerSearchIT {

    private static final List<String> NAMES = List.of("王小明", "王曉明", "王明", "陳大文", "陈小华", "歐陽娜娜", "Wang Hsiao-ming",
            "José Núñez", "David Chan", "林志玲", "曾國城", "Mary Wangari");

    @Autowired
    HubClient hub;

    @Autowired
    CustomerIndex index;

    @Autowired
    CustomerDocuments documents;

    @Autowired
    ElasticsearchClient search;

    @Autowired
    Driver graph;

    @Autowired
    CleanStores clean;

    @BeforeAll
    void fillGraphAndIndex() {
        clean.graph();
        clean.indices();
        for (int at = 0; at < NAMES.size(); at++) {
            create("c%02d".formatted(at), NAMES.get(at));
        }
        graph.executableQuery("""
                MATCH (c:Customer {id: 'c00'})
                CREATE (c)-[:HAS_CONTACT {preferred: true}]->
                       (:ContactMedium {id: 'PHONE:+886912345678', type: 'PHONE', value: '+886912345678'}),
                       (c)-[:HAS_CONTACT]->
                       (:ContactMedium {id: 'EMAIL:xm.wang@example.com', type: 'EMAIL', value: 'xm.wang@example.com'}),
                       (c)-[:HAS_ACCOUNT]->(:BillingAccount {id: 'billing:1', accountNo: 'AC-0001-77'}),
                       (c)<-[:RESOLVED_TO]-(:SourceRecord {id: 'crm:customers:K5512', key: 'K5512'}),
                       (c)-[:OWNS]->(:Product {id: 'p1', serialNumber: 'SN-ABC-9', status: 'ACTIVE'})
                """).withConfig(TestGraph.ASIDE).execute();
        index.prepare();
        index.index(ids());
        index.publish();
    }

    @BeforeEach
    void showEverything() {
        index.publish();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"王小明", "王小", "小明", "wang xiao ming", "Xiaoming", "wangxm", "wxm", "Wang Hsiao-ming", "WANG HSIAO MING",
            "ｗａｎｇ xiaoming", "0912-345-678", "+886 912 345 678", "00886912345678", "0912", "345678",
            "xm.wang@example.com",
            "xm.wang", "AC-0001-77", "ac000177", "K5512", "SN-ABC-9", "snabc"})
    void findsTheCustomerHoweverItIsAskedFor(String query) {
        assertThat(found(query)).contains("王小明");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({"王小明, 王小明", "欧阳, 歐陽娜娜", "歐陽娜娜, 歐陽娜娜", "陳小華, 陈小华", "jose nunez, José Núñez", "núñez, José Núñez",
            "chan david, David Chan", "zeng guocheng, 曾國城", "tseng kuo-cheng, 曾國城", "lin chih-ling, 林志玲",
            "mary, Mary Wangari",
            "Wang Hsiao-ming, Wang Hsiao-ming", "王明, 王明"})
    void putsTheBestFirst(String query, String best) {
        assertThat(found(query)).first().isEqualTo(best);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"zzzz", "陳小明", "wang da wen", "0900-000-000", "'   '", "!?"})
    void findsNobodyWhereThereIsNobody(String query) {
        assertThat(found(query)).isEmpty();
    }

    @Test
    void pagesFitTogetherAndCountExactly() {
        List<String> all = found("wang");
        List<String> paged = new ArrayList<>();
        String after = null;
        do {
            JsonNode page = search("wang", 2, after);
            page.path("nodes").values().forEach(node -> paged.add(node.path("displayName").asString()));
            assertThat(page.path("totalCount").asInt()).isEqualTo(all.size());
            after = page.path("pageInfo").path("hasNextPage").asBoolean()
                    ? page.path("pageInfo").path("endCursor").asString()
                    : null;
        } while (after != null);

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(4).doesNotHaveDuplicates();
    }

    @Test
    void theBestHasTheHighestScore() {
        List<Double> scores = search("王小明", 10, null).path("edges").values().stream()
                .map(edge -> edge.path("score").asDouble()).toList();

        assertThat(scores).isNotEmpty().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(scores.getFirst()).isGreaterThan(100);
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = search("wang", 2, null).path("pageInfo").path("endCursor").asString();

        JsonNode answer = hub.ask("agent",
                "query($after: String) { searchCustomers(query: \"li\", after: $after) { totalCount } }",
                Map.of("after", cursor));

        assertThat(HubClient.code(answer)).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void whoLeftTheGraphIsFoundNoMore() {
        create("gone", "Zebulon Quux");
        index.index(List.of("gone"));
        index.publish();
        assertThat(found("zebulon")).containsExactly("Zebulon Quux");

        graph.executableQuery("MATCH (c:Customer {id: 'gone'}) DETACH DELETE c").withConfig(TestGraph.ASIDE).execute();
        index.index(List.of("gone", "never-there"));
        index.publish();

        assertThat(search("zebulon", 10, null).path("totalCount").asInt()).isZero();
    }

    @Test
    void preparingAgainChangesNothing() {
        assertThat(index.prepare()).isFalse();
        assertThat(found("王小明")).isNotEmpty();
    }

    @Test
    void aRebuildShowsNothingOfItselfBeforeItIsWhole() throws IOException {
        clean.indices();
        String old = IndexMapping.ALIAS + "-old";
        search.indices().create(made -> made.index(old).withJson(new StringReader(IndexMapping.BODY))
                .aliases(IndexMapping.ALIAS, alias -> alias));
        for (CustomerDocument document : documents.of(ids())) {
            search.index(put -> put.index(old).id(document.id()).document(document.fields()).refresh(Refresh.True));
        }
        List<String> before = found("wang");

        assertThat(index.isCurrent()).isFalse();
        assertThat(index.prepare()).isTrue();
        index.index(List.of("c00"));
        assertThat(found("wang")).isEqualTo(before).hasSizeGreaterThan(4);
        assertThat(index.isCurrent()).isFalse();
        assertThat(index.prepare()).isTrue();
        index.index(ids());
        index.publish();

        assertThat(index.isCurrent()).isTrue();
        assertThat(index.prepare()).isFalse();
        assertThat(found("wang")).isEqualTo(before);
        assertThat(search.indices().exists(asked -> asked.index(old)).value()).isFalse();
    }

    @Test
    void withoutAnIndexOnlyTheSearchIsUnavailable() {
        clean.indices();
        try {
            JsonNode answer = hub.ask("agent",
                    "{ viewer { name } searchCustomers(query: \"wang\") { totalCount } customers { totalCount } }");
            assertThat(HubClient.code(answer)).isEqualTo("UNAVAILABLE");
            assertThat(answer.path("data").path("viewer").path("name").asString()).isEqualTo("agent-client");
            assertThat(answer.path("data").path("customers").path("totalCount").asInt()).isPositive();
        } finally {
            assertThat(index.prepare()).isTrue();
            index.index(ids());
        }
    }

    @Test
    void aLongTextIsRefused() {
        JsonNode answer = hub.ask("agent", "query($q: String!) { searchCustomers(query: $q) { totalCount } }",
                Map.of("q", "x".repeat(201)));

        assertThat(HubClient.code(answer)).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.path("errors").path(0).path("message").asString()).contains("query", "200");
    }

    private void create(String id, String name) {
        graph.executableQuery("""
                CREATE (:Customer {id: $id, kind: 'INDIVIDUAL', displayName: $name, status: 'ACTIVE',
                                   updatedAt: datetime('2026-11-22T00:00:00Z')})
                """).withConfig(TestGraph.ASIDE).withParameters(Map.of("id", id, "name", name)).execute();
    }

    private static List<String> ids() {
        return IntStream.range(0, NAMES.size()).mapToObj("c%02d"::formatted).toList();
    }

    private List<String> found(String query) {
        return search(query, 50, null).path("nodes").values().stream().map(node -> node.path("displayName").asString())
                .toList();
    }

    private JsonNode search(String query, int first, @org.jspecify.annotations.Nullable String after) {
        Map<String, Object> variables = new java.util.HashMap<>(Map.of("q", query, "n", first));
        variables.put("after", after);
        JsonNode answer = hub.ask("agent", """
                query($q: String!, $n: Int!, $after: String) {
                  searchCustomers(query: $q, first: $n, after: $after) {
                    nodes { displayName } edges { cursor score } totalCount pageInfo { hasNextPage endCursor }
                  }
                }""", variables);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data").path("searchCustomers");
    }
}
