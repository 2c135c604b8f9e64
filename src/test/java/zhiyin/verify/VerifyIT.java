package zhiyin.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.access.HubClient;
import zhiyin.load.LoadLock;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;
import zhiyin.load.OtherHub;
import zhiyin.load.SampleInput;
import zhiyin.staging.Staging;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;
import zhiyin.verify.Difference.Problem;
import zhiyin.verify.Difference.Store;
import zhiyin.verify.Verifications.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/** A loaded operator is damaged in every way that somebody could damage it, and mended. */
@HubTest(properties = {"zhiyin.load.batch=400", "zhiyin.load.interactions-window=P2M"})
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyIT {

    private static final String INDEX = "zhiyin-customers";
    private static final String EVENTS = "zhiyin-party-interactions";

    private final Verifications verifications;
    private final Loads loads;
    private final LoadLock lock;
    private final HubClient hub;
    private final CleanStores stores;
    private final Neo4jClient graph;
    private final ElasticsearchClient search;
    private final Path data;
    private final Staging staging;
    private final Map<String, String> environment;

    @TempDir
    private Path otherData;

    @Autowired
    VerifyIT(Verifications verifications, Loads loads, LoadLock lock, HubClient hub, CleanStores stores,
            Neo4jClient graph, ElasticsearchClient search, Staging staging, Neo4jConnectionDetails neo4j,
            ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.verifications = verifications;
        this.loads = loads;
        this.lock = lock;
        this.hub = hub;
        this.stores = stores;
        this.graph = graph;
        this.search = search;
        this.data = data;
        this.staging = staging;
        this.environment = StoresEnvironment.of(neo4j, elasticsearch, jdbc);
    }

    @BeforeAll
    void load() {
        stores.all();
        SampleInput.in(data.resolve("input"), 120);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    @AfterEach
    void everythingIsMended() {
        assertThat(compared(true).left()).isZero();
        assertThat(compared(false).found()).isZero();
    }

    @Test
    void findsNothingAfterALoad() {
        Outcome.Completed completed = compared(false);

        assertThat(completed.differences()).isEmpty();
        assertThat(completed.tallies()).hasSizeGreaterThan(12).allSatisfy(tally -> {
            assertThat(tally.found()).as(tally.kind()).isEqualTo(tally.expected());
            assertThat(tally.found() > 0).as(tally.kind()).isNotEqualTo(tally.kind().equals("MergedCustomer"));
            assertThat(tally.foundHash()).as(tally.kind()).isEqualTo(tally.expectedHash());
        });
    }

    @ParameterizedTest
    @CsvSource({"Customer", "SourceRecord", "BillingAccount", "CustomerBill", "Product", "ProductOffering",
            "UsageSummary", "PartyInteraction", "InteractionMonth", "Feedback", "NetworkExperience", "Area"})
    void namesANodeThatIsGone(String kind) {
        String id = one(
                "MATCH (node:%s) WITH node ORDER BY node.id SKIP 1 LIMIT 1 RETURN node.id AS id".formatted(kind));
        damage("MATCH (node:%s {id: $id}) DETACH DELETE node".formatted(kind), Map.of("id", id));

        assertThat(compared(false).differences())
                .contains(new Difference(Store.GRAPH, kind, id, Problem.MISSING, List.of(), false));
    }

    @ParameterizedTest
    @CsvSource({"Customer, displayName", "SourceRecord, key", "BillingAccount, accountNo", "CustomerBill, billNo",
            "Product, name", "ProductOffering, code", "PartyInteraction, reason", "InteractionMonth, events",
            "Feedback, instrument",
            "Area, postalCode"})
    void namesAPropertyThatIsAnother(String kind, String property) {
        String id = one("MATCH (node:%s) WITH node ORDER BY node.id LIMIT 1 RETURN node.id AS id".formatted(kind));
        damage("MATCH (node:%s {id: $id}) SET node.%s = 'damaged', node.added = 1".formatted(kind, property),
                Map.of("id", id));

        assertThat(compared(false).differences()).contains(
                new Difference(Store.GRAPH, kind, id, Problem.DIFFERENT, sorted("added", property), false));
    }

    @Test
    void tellsAPropertyThatIsGoneAndOneOfAnotherType() {
        String id = one("MATCH (bill:CustomerBill) RETURN bill.id AS id LIMIT 1");
        damage("MATCH (bill:CustomerBill {id: $id}) SET bill.amountDue = null, bill.periodEnd = '2026-01-31'",
                Map.of("id", id));

        assertThat(compared(false).differences()).containsExactly(new Difference(Store.GRAPH, "CustomerBill", id,
                Problem.DIFFERENT, List.of("amountDue", "periodEnd"), false));
    }

    @ParameterizedTest
    @CsvSource({"SourceRecord, RESOLVED_TO, customer", "BillingAccount, HAS_ACCOUNT, customer",
            "CustomerBill, BILLED_BY, account", "Product, OWNS, customer", "Product, INSTANCE_OF, offering",
            "UsageSummary, CONSUMED, product", "PartyInteraction, HAD, customer",
            "InteractionMonth, HAD_MONTH, customer", "Feedback, GAVE, customer",
            "NetworkExperience, EXPERIENCED, customer"})
    void namesARelationshipThatIsGoneOrDoubled(String kind, String type, String end) {
        String gone = one(
                "MATCH (node:%s)-[tie:%s]-() WITH node, tie ORDER BY node.id LIMIT 1 DELETE tie RETURN node.id AS id"
                        .formatted(kind, type));
        String doubled = one("""
                MATCH (from)-[tie:%2$s]->(to) WITH from, tie, to ORDER BY CASE WHEN from:%1$s THEN from.id ELSE to.id END LIMIT 1
                CREATE (from)-[:%2$s]->(to) RETURN CASE WHEN from:%1$s THEN from.id ELSE to.id END AS id
                """.formatted(kind, type));

        List<String> fields = kind.equals("SourceRecord") ? sorted("rule", end) : List.of(end);
        assertThat(compared(false).differences())
                .anySatisfy(difference -> assertThat(difference).isEqualTo(
                        new Difference(Store.GRAPH, kind, gone, Problem.DIFFERENT, fields, false)))
                .anySatisfy(difference -> {
                    assertThat(difference.id()).isEqualTo(doubled);
                    assertThat(difference.fields()).contains(end);
                });
    }

    @Test
    void namesARecordThatIsTiedToAnotherCustomer() {
        String id = one("""
                MATCH (owner:Customer)-[owns:OWNS]->(product:Product) WITH * ORDER BY product.id LIMIT 1
                MATCH (other:Customer) WHERE other <> owner WITH owns, product, other LIMIT 1
                DELETE owns CREATE (other)-[:OWNS]->(product) RETURN product.id AS id
                """);

        assertThat(inGraph()).containsExactly(
                new Difference(Store.GRAPH, "Product", id, Problem.DIFFERENT, List.of("customer"), false));
    }

    @Test
    void namesWaysToBeReachedThatAreGoneOrOfNobodyWithoutTellingThem() {
        String value = one("""
                MATCH (:Customer)-[contact:HAS_CONTACT]->(medium:ContactMedium {type: 'PHONE'})
                WITH contact, medium ORDER BY medium.id LIMIT 1 DELETE contact RETURN medium.value AS id
                """);
        damage("CREATE (:ContactMedium {id: 'EMAIL:ghost@example.com', type: 'EMAIL', value: 'ghost@example.com'})",
                Map.of());
        damage("""
                MATCH (:Customer)-[contact:HAS_CONTACT]->(medium:ContactMedium {type: 'EMAIL'})
                WITH contact, medium ORDER BY medium.id DESC LIMIT 1
                SET contact.preferred = NOT contact.preferred, medium.value = 'other@example.com'
                """, Map.of());

        List<Difference> differences = inGraph();
        assertThat(differences).extracting(Difference::kind).containsOnly("ContactMedium");
        assertThat(differences).extracting(Difference::problem).contains(Problem.MISSING, Problem.UNKNOWN,
                Problem.DIFFERENT);
        assertThat(differences).filteredOn(difference -> difference.problem() == Problem.DIFFERENT)
                .anySatisfy(difference -> assertThat(difference.fields()).containsExactly("preferred", "value"));
        assertThat(differences).extracting(Difference::id).noneMatch(id -> id.contains(value))
                .noneMatch(id -> id.contains("ghost")).allMatch(id -> id.matches("[^|]*\\|[A-Z]+:#[0-9a-f]+"));
    }

    @Test
    void namesATagThatIsGoneAndOneThatNobodySaid() {
        String id = one("""
                MATCH ()-[tagged:TAGGED]->() WITH tagged ORDER BY tagged.record LIMIT 1
                WITH tagged, tagged.record AS id DELETE tagged RETURN id
                """);
        damage("MATCH (c:Customer), (t:Tag) WITH c, t LIMIT 1 CREATE (c)-[:TAGGED {record: 'crm:said-by-nobody'}]->(t)",
                Map.of());

        assertThat(compared(false).differences()).containsExactlyInAnyOrder(
                new Difference(Store.GRAPH, "CustomerTag", id, Problem.MISSING, List.of(), false),
                new Difference(Store.GRAPH, "CustomerTag", "crm:said-by-nobody", Problem.UNKNOWN, List.of(), false));
    }

    @Test
    void namesFormerIdsThatLeadNowhere() {
        String survivor = one("MATCH (c:Customer) RETURN c.id AS id ORDER BY id LIMIT 1");
        staging.update("INSERT INTO survivor VALUES ('cformer', ?), ('clost', ?)", survivor, survivor);
        damage("""
                CREATE (:MergedCustomer {id: 'clost'}), (:MergedCustomer {id: 'cghost'})
                """, Map.of());
        try {
            assertThat(compared(false).differences()).containsExactlyInAnyOrder(
                    new Difference(Store.GRAPH, "MergedCustomer", "cformer", Problem.MISSING, List.of(), false),
                    new Difference(Store.GRAPH, "MergedCustomer", "clost", Problem.DIFFERENT,
                            List.of("survivor", "survivorId"), false),
                    new Difference(Store.GRAPH, "MergedCustomer", "cghost", Problem.UNKNOWN, List.of(), false));
            compared(true);
            assertThat(one("MATCH (:MergedCustomer {id: 'cformer'})-[:MERGED_INTO]->(c) RETURN c.id AS id"))
                    .isEqualTo(survivor);
        } finally {
            staging.run("DELETE FROM survivor");
            damage("MATCH (former:MergedCustomer) DETACH DELETE former", Map.of());
        }
    }

    @Test
    void aCommandAnswersInJsonAndByItsExitCode() throws IOException, InterruptedException {
        Map<String, String> other = otherEnvironment();
        assertThat(new OtherHub(other, "load").load()).isZero();
        String id = one("MATCH (bill:CustomerBill) RETURN bill.id AS id ORDER BY id LIMIT 1");
        damage("MATCH (bill:CustomerBill {id: $id}) SET bill.state = 'damaged'", Map.of("id", id));

        List<String> lines = new ArrayList<>();
        assertThat(new OtherHub(other, "verify", "--json").run(lines)).as(String.join("\n", lines)).isEqualTo(1);
        JsonNode answer = JsonMapper.shared()
                .readTree(lines.stream().filter(line -> line.startsWith("{")).findFirst().orElseThrow());
        assertThat(answer.path("left").asInt()).isEqualTo(1);
        assertThat(answer.path("differences").path(0).path("id").asString()).isEqualTo(id);
        assertThat(answer.path("differences").path(0).path("fields").path(0).asString()).isEqualTo("state");

        lines.clear();
        assertThat(new OtherHub(other, "verify", "--repair").run(lines)).isZero();
        assertThat(lines).anyMatch(line -> line.equals(
                "graph CustomerBill %s: different in [state], repaired".formatted(id)))
                .contains("1 differences, 0 left");
        assertThat(new OtherHub(other, "verify", "--no-such-option").run(lines)).isEqualTo(2);
        assertThat(lines).anyMatch(line -> line.contains("--no-such-option"));
    }

    private Map<String, String> otherEnvironment() {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", otherData.toString());
        all.put("ZHIYIN_LOAD_INTERACTIONSWINDOW", "P2M");
        all.put("ZHIYIN_LOAD_INPUT", data.resolve("input").toAbsolutePath().toString());
        return all;
    }

    @Test
    void removesWhatNobodyToldAndLeavesWhatLoadsDoNotOwn() {
        damage("""
                CREATE (:Customer {id: 'ghost', displayName: 'Ghost'})-[:OWNS]->(:Product {id: 'billing:ghost'}),
                       (:PartyInteraction {id: '顧客:𠮷野家'}), (:PartyInteraction {id: 'console:typed-in'})
                """, Map.of());

        assertThat(compared(false).differences()).containsExactlyInAnyOrder(
                new Difference(Store.GRAPH, "Customer", "ghost", Problem.UNKNOWN, List.of(), false),
                new Difference(Store.GRAPH, "Product", "billing:ghost", Problem.UNKNOWN, List.of(), false),
                new Difference(Store.SEARCH, "Customer", "ghost", Problem.MISSING, List.of(), false));
        compared(true);
        assertThat(one("MATCH (kept:PartyInteraction {id: 'console:typed-in'}) RETURN kept.id AS id"))
                .isEqualTo("console:typed-in");
        damage("MATCH (kept:PartyInteraction) WHERE kept.id IN ['console:typed-in', '顧客:𠮷野家'] DELETE kept", Map.of());
    }

    @Test
    void namesDocumentsThatAreGoneChangedOrOfNobody() throws IOException {
        List<String> ids = graph.query("MATCH (c:Customer) RETURN c.id AS id ORDER BY id LIMIT 2").fetchAs(String.class)
                .all().stream().sorted().toList();
        search.delete(gone -> gone.index(INDEX).id(ids.get(0)).refresh(Refresh.True));
        search.index(put -> put.index(INDEX).id(ids.get(1)).document(Map.of("id", ids.get(1), "names", List.of("x")))
                .refresh(Refresh.True));
        search.index(put -> put.index(INDEX).id("ghost").document(Map.of("id", "ghost")).refresh(Refresh.True));

        assertThat(compared(false).differences()).containsExactlyInAnyOrder(
                new Difference(Store.SEARCH, "Customer", ids.get(0), Problem.MISSING, List.of(), false),
                new Difference(Store.SEARCH, "Customer", ids.get(1), Problem.DIFFERENT, List.of(), false),
                new Difference(Store.SEARCH, "Customer", "ghost", Problem.UNKNOWN, List.of(), false));
    }

    @Test
    void namesEventsThatAreGoneChangedOrOfNobody() throws IOException {
        List<String> ids = staging.query("SELECT id FROM staged.\"PartyInteraction\" ORDER BY \"startedAt\" LIMIT 2",
                row -> row.getString(1));
        search.delete(gone -> gone.index(EVENTS).id(ids.get(0)).refresh(Refresh.True));
        search.update(put -> put.index(EVENTS).id(ids.get(1)).doc(Map.of("channel", "LETTER", "agent", "nobody"))
                .refresh(Refresh.True), JsonNode.class);
        search.index(put -> put.index(EVENTS).id("ghost").document(Map.of("id", ids.get(0))).refresh(Refresh.True));

        assertThat(compared(false).differences()).hasSize(3)
                .contains(
                        new Difference(Store.SEARCH, "PartyInteraction", ids.get(0), Problem.MISSING, List.of(), false),
                        new Difference(Store.SEARCH, "PartyInteraction", "ghost", Problem.UNKNOWN, List.of(), false))
                .anySatisfy(difference -> {
                    assertThat(difference.id()).isEqualTo(ids.get(1));
                    assertThat(difference.fields()).contains("agent", "channel");
                });
    }

    @Test
    void namesAWindowThatBeginsElsewhereAndWhatIsLeftBeforeIt() {
        String id = staging.query("SELECT min(id) FROM counted.\"PartyInteraction\"", row -> row.getString(1))
                .getFirst();
        damage("MATCH (w:InteractionWindow) SET w.begin = datetime('2020-01-01T00:00:00Z')", Map.of());
        damage("CREATE (:PartyInteraction {id: $id})", Map.of("id", id));

        assertThat(compared(false).differences()).containsExactlyInAnyOrder(
                new Difference(Store.GRAPH, "InteractionWindow", "PartyInteraction", Problem.DIFFERENT,
                        List.of("begin"), false),
                new Difference(Store.GRAPH, "PartyInteraction", id, Problem.UNKNOWN, List.of(), false));
    }

    @Test
    void mendsAGraphThatLostEverything() {
        int before = compared(false).tallies().stream().mapToInt(Tally::found).sum();
        stores.graph();

        Outcome.Completed mended = compared(true);

        assertThat(mended.found()).isGreaterThan(before / 2);
        assertThat(mended.tallies().stream().mapToInt(Tally::repaired).sum()).isEqualTo(mended.found());
        assertThat(compared(false).tallies().stream().mapToInt(Tally::found).sum()).isEqualTo(before);
    }

    @Test
    void runsForEngineersOverTheApiAndTellsWhatItFound() throws InterruptedException {
        damage("MATCH (c:Customer) WITH c ORDER BY c.id LIMIT 2 SET c.displayName = 'damaged'", Map.of());

        assertThat(HubClient.code(hub.ask("agent", "mutation { verifyStart(input: {}) { verification { number } } }")))
                .isEqualTo("FORBIDDEN");
        JsonNode begun = hub.ask("engineer",
                "mutation { verifyStart(input: {repair: true}) { verification { number status startedBy } userErrors { code } } }")
                .path("data").path("verifyStart").path("verification");
        assertThat(begun.path("startedBy").asString()).isEqualTo("engineer-client");
        JsonNode done = ended(begun.path("number").asInt());

        assertThat(done.path("status").asString()).isEqualTo("REPAIRED");
        assertThat(done.path("tallies").size()).isGreaterThan(12);
        assertThat(done.path("differences").path("totalCount").asInt()).isEqualTo(2);
        assertThat(done.path("differences").path("nodes").path(0).path("fields").path(0).asString())
                .isEqualTo("displayName");
        assertThat(done.path("differences").path("pageInfo").path("hasNextPage").asBoolean()).isTrue();
    }

    private JsonNode ended(int number) throws InterruptedException {
        JsonNode verification;
        do {
            Thread.sleep(100);
            verification = hub.ask("engineer", """
                    query ($number: Int) { verification(number: $number) { status endedAt tallies { store kind differences }
                      differences(first: 1) { totalCount nodes { store kind id problem fields repaired }
                                              pageInfo { hasNextPage } } } }
                    """, Map.of("number", number)).path("data").path("verification");
        } while (verification.path("status").asString().equals("RUNNING"));
        return verification;
    }

    @Test
    void doesNotRunBesideALoad() {
        Optional<LoadLock.Held> load = lock.acquire();
        try (LoadLock.Held _ = load.orElseThrow()) {
            assertThat(hub
                    .ask("engineer",
                            "mutation { verifyStart(input: {}) { verification { number } userErrors { code } } }")
                    .path("data").path("verifyStart").path("userErrors").path(0).path("code").asString())
                    .isEqualTo("ALREADY_RUNNING");
        }
    }

    private Outcome.Completed compared(boolean repair) {
        return (Outcome.Completed) verifications.run(repair);
    }

    /** Without what follows from it for search. */
    private List<Difference> inGraph() {
        return compared(false).differences().stream().filter(difference -> difference.store() == Store.GRAPH).toList();
    }

    private void damage(String statement, Map<String, Object> parameters) {
        graph.query(statement).bindAll(parameters).run();
    }

    private String one(String statement) {
        return graph.query(statement).fetchAs(String.class).mappedBy((types, row) -> row.get("id").asString()).one()
                .orElseThrow();
    }

    private static List<String> sorted(String... names) {
        return java.util.stream.Stream.of(names).sorted().toList();
    }
}
