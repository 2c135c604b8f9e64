package zhiyin.customer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.micrometer.core.instrument.MeterRegistry;

import zhiyin.access.HubClient;
import zhiyin.relay.GlobalId;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.TestGraph;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@HubTest
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerIT {

    private static final String GRAPH = """
            UNWIND range(1, 30) AS n
            CREATE (c:Customer {id: 'c' + (100 + n), kind: 'INDIVIDUAL', displayName: 'Customer ' + n,
                                status: CASE WHEN n <= 25 THEN 'ACTIVE' ELSE 'CHURNED' END, arpu: 649.5, currency: 'TWD',
                                birthDate: date('1980-02-29'), churnRisk: 12,
                                updatedAt: datetime('2026-11-22T01:02:03.123456Z')})
            CREATE (c)-[:HAS_CONTACT {preferred: false}]->
                     (:ContactMedium {id: 'EMAIL:c' + n + '@example.com', type: 'EMAIL', value: 'c' + n + '@example.com'}),
                   (c)-[:HAS_CONTACT {preferred: true}]->
                     (:ContactMedium {id: 'SOCIAL:s' + n, type: 'SOCIAL', value: 's' + n}),
                   (:SourceRecord {id: 'crm:customers:' + n, source: 'crm', feed: 'customers', key: toString(n),
                                   firstSeen: datetime('2026-01-01T00:00:00Z'), lastSeen: datetime('2026-02-01T00:00:00Z')})
                     -[:RESOLVED_TO {rule: 'same-number', score: 12.5, decidedBy: 'hub'}]->(c),
                   (c)-[:HAS_ACCOUNT]->(:BillingAccount {id: 'billing:' + n, accountNo: 'A' + n, state: 'ACTIVE'})
            CREATE (:CustomerBill {id: 'bill:' + n, customerId: c.id, billNo: 'B' + n, periodStart: date('2026-10-01'),
                                   periodEnd: date('2026-10-31'), amountDue: 10.0, remainingAmount: 0.0,
                                   currency: 'TWD', state: 'SETTLED'})
            """;

    private static final String CALLERS = """
            MATCH (holder:Customer {id: 'c101'}), (prefers:Customer {id: 'c102'}), (knows:Customer {id: 'c103'}),
                  (former:Customer {id: 'c104'})
            CREATE (phone:ContactMedium {id: 'PHONE:+886912345678', type: 'PHONE', value: '+886912345678'}),
                   (holder)-[:OWNS]->(:Product {id: 'p1', serialNumber: '+886912345678', status: 'ACTIVE'}),
                   (former)-[:OWNS]->(:Product {id: 'p2', serialNumber: '+886912345678', status: 'TERMINATED'}),
                   (prefers)-[:HAS_CONTACT {preferred: true}]->(phone),
                   (knows)-[:HAS_CONTACT {preferred: false}]->(phone),
                   (:MergedCustomer {id: 'old1'})-[:MERGED_INTO]->(:MergedCustomer {id: 'old2'})-[:MERGED_INTO]->(holder),
                   (busy:ContactMedium {id: 'PHONE:+886227208889', type: 'PHONE', value: '+886227208889'})
            WITH busy MATCH (c:Customer) CREATE (c)-[:HAS_CONTACT]->(busy)
            """;

    @Autowired
    HubClient hub;

    @Autowired
    Driver graph;

    @Autowired
    CleanStores clean;

    @Autowired
    MeterRegistry meters;

    @BeforeAll
    void fillTheGraph() {
        clean.graph();
        graph.executableQuery(GRAPH).withConfig(TestGraph.ASIDE).execute();
        graph.executableQuery(CALLERS).withConfig(TestGraph.ASIDE).execute();
    }

    @Test
    void aCustomerIsToldAsTheGraphHasIt() {
        JsonNode customer = data(
                """
                { customer(id: "%s") { id kind displayName birthDate status arpu { amount currency } churnRisk
                  updatedAt contactMedia { type value preferred } sourceRecords { source feed key rule firstSeen } } }"""
                        .formatted(global("c105")))
                .path("customer");

        assertThat(customer.path("id").asString()).isEqualTo(global("c105"));
        assertThat(customer.path("birthDate").asString()).isEqualTo("1980-02-29");
        assertThat(customer.path("arpu").toString()).isEqualTo("{\"amount\":\"649.50\",\"currency\":\"TWD\"}");
        assertThat(customer.path("updatedAt").asString()).isEqualTo("2026-11-22T01:02:03.123456Z");
        assertThat(customer.path("contactMedia").path(0).path("value").asString()).isEqualTo("s5");
        assertThat(customer.path("sourceRecords").path(0).path("rule").asString()).isEqualTo("same-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old1", "old2", "c101"})
    void theIdOfAMergedCustomerAnswersWithTheSurvivor(String id) {
        assertThat(data("{ customer(id: \"%s\") { displayName } }".formatted(global(id))).path("customer")
                .path("displayName").asString()).isEqualTo("Customer 1");
        assertThat(data("{ node(id: \"%s\") { id ... on Customer { displayName } } }".formatted(global(id)))
                .path("node").path("id").asString()).isEqualTo(global("c101"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c101", "Q3VzdG9tZXI6bm9uZQ", "QmlsbGluZ0FjY291bnQ6Yzs", "!"})
    void anIdThatWasNeverGivenOutIsNobody(String id) {
        assertThat(data("{ customer(id: \"%s\") { id } node(id: \"%s\") { id } }".formatted(id, id)).toString())
                .isEqualTo("{\"customer\":null,\"node\":null}");
    }

    @Test
    void pagesOfAllCustomersFitTogether() {
        Set<String> ids = new HashSet<>();
        String after = "";
        int pages = 0;
        do {
            JsonNode page = data(
                    "{ customers(first: 7%s) { nodes { id } totalCount pageInfo { hasNextPage endCursor } } }"
                            .formatted(after))
                    .path("customers");
            page.path("nodes").values().forEach(node -> assertThat(ids.add(node.path("id").asString())).isTrue());
            assertThat(page.path("totalCount").asInt()).isEqualTo(30);
            after = page.path("pageInfo").path("hasNextPage").asBoolean()
                    ? ", after: \"%s\"".formatted(page.path("pageInfo").path("endCursor").asString())
                    : "";
            pages++;
        } while (!after.isEmpty());

        assertThat(ids).hasSize(30);
        assertThat(pages).isEqualTo(5);
    }

    @Test
    void aFilterKeepsWhatItSays() {
        JsonNode churned = data("{ customers(filter: {status: CHURNED}) { totalCount nodes { status } } }")
                .path("customers");

        assertThat(churned.path("totalCount").asInt()).isEqualTo(5);
        assertThat(churned.path("nodes").values()).hasSize(5)
                .allMatch(node -> node.path("status").asString().equals("CHURNED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0912-345-678", "+886 912 345 678", "00886912345678", "０９１２３４５６７８"})
    void everyCustomerWhoMayBeCallingIsNamedTheLikeliestFirst(String phone) {
        List<JsonNode> callers = data("""
                { identifyCaller(by: {phone: "%s"}) { customer { displayName } likelihood reasons } }"""
                .formatted(phone)).path("identifyCaller").values().stream().toList();

        assertThat(callers).extracting(caller -> caller.path("customer").path("displayName").asString())
                .containsExactly("Customer 1", "Customer 2", "Customer 3");
        assertThat(callers).extracting(caller -> caller.path("reasons").toString()).containsExactly("[\"OWN_LINE\"]",
                "[\"PREFERRED_CONTACT\",\"SHARED_CONTACT\"]", "[\"KNOWN_CONTACT\",\"SHARED_CONTACT\"]");
        assertThat(callers.stream().mapToDouble(caller -> caller.path("likelihood").asDouble()).sum()).isCloseTo(1,
                within(1e-9));
    }

    @Test
    void aNumberThatAllShareNamesNoMoreThanTen() {
        assertThat(data("{ identifyCaller(by: {phone: \"02-2720-8889\"}) { likelihood } }").path("identifyCaller")
                .values()).hasSize(10).allMatch(caller -> Math.abs(caller.path("likelihood").asDouble() - 0.1) < 1e-9);
    }

    @Test
    void anAddressIsFoundInAnyCaseAndAnUnknownOneIsNobodys() {
        assertThat(data("""
                { known: identifyCaller(by: {email: " C7@Example.COM"}) { customer { displayName } }
                  unknown: identifyCaller(by: {email: "nobody@example.com"}) { likelihood }
                  unreadable: identifyCaller(by: {phone: "anonymous"}) { likelihood } }""").toString())
                .isEqualTo(
                        "{\"known\":[{\"customer\":{\"displayName\":\"Customer 7\"}}],\"unknown\":[],\"unreadable\":[]}");
    }

    @Test
    void aCallerIsKnownByExactlyOneThing() {
        assertThat(HubClient.code(hub.ask("agent",
                "{ identifyCaller(by: {phone: \"1\", email: \"a@example.com\"}) { likelihood } }")))
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void theCostInStatementsDoesNotGrowWithThePage() {
        String screen = """
                query($n: Int!) { customers(first: $n) { nodes { displayName contactMedia { value }
                  sourceRecords { key } billingAccounts { accountNo } bills(first: 3) { nodes { billNo } } } } }""";

        double one = statementsOf(screen, 1);
        double twenty = statementsOf(screen, 20);

        assertThat(twenty).isEqualTo(one).isEqualTo(5);
    }

    @Test
    void theTotalIsCountedOnlyWhenItIsAskedFor() {
        assertThat(statementsOf("query($n: Int!) { customers(first: $n) { nodes { id } } }", 3)).isEqualTo(1);
        assertThat(statementsOf("query($n: Int!) { customers(first: $n) { totalCount } }", 3)).isEqualTo(2);
    }

    private double statementsOf(String document, int first) {
        double before = meters.counter("zhiyin.graph.statements").count();
        JsonNode answer = hub.ask("agent", document, Map.of("n", first));
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return meters.counter("zhiyin.graph.statements").count() - before;
    }

    private JsonNode data(String document) {
        JsonNode answer = hub.ask("agent", document);
        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.path("data");
    }

    private static String global(String id) {
        return new GlobalId("Customer", id).encoded();
    }
}
