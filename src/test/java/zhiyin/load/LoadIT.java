package zhiyin.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.sample.Fault;
import zhiyin.sample.SampleSummary;
import zhiyin.search.SearchProbe;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole way from the files of a small operator to graph and search; the tests build on each other. */
@HubTest(properties = "zhiyin.load.staging-memory=250MB")
@Import({HubClient.class, SearchProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoadIT {

    private static final int CUSTOMERS = 250;

    private final Loads loads;
    private final HubClient hub;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final MeterRegistry meters;
    private final Map<String, String> environment;
    private final Path data;
    private SampleSummary sample;
    private String foretold = "";
    private List<String> undisturbedGraph = List.of();
    private List<String> undisturbedSearch = List.of();

    @TempDir
    private Path otherData;

    @Autowired
    LoadIT(Loads loads, HubClient hub, Neo4jClient graph, ElasticsearchClient search, CleanStores stores,
            SearchProbe probe, Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch,
            JdbcConnectionDetails jdbc, MeterRegistry meters, @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.meters = meters;
        this.hub = hub;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.environment = StoresEnvironment.of(neo4j, elasticsearch, jdbc);
        this.data = data;
        this.sample = SampleInput.in(data.resolve("input"), CUSTOMERS);
    }

    @BeforeAll
    void clean() {
        stores.all();
    }

    @Test
    @Order(0)
    void foretellsWhatALoadWouldDoAndDoesNoneOfIt() throws IOException {
        JsonNode preview = hub.ask("engineer", """
                { loadPreview { preview { feeds { source feed read added rejected } stops
                    kinds { kind added changed removed examples { id change } } rejects { line reason } } } }
                """).path("data").path("loadPreview").path("preview");

        foretold = preview.path("feeds").toString();
        assertThat(preview.path("feeds").size()).isGreaterThan(10);
        assertThat(preview.path("stops").isEmpty()).isTrue();
        assertThat(preview.path("rejects").size()).isBetween(1, 20);
        assertThat(preview.path("kinds").path(0).path("kind").asString()).isEqualTo("Customer");
        assertThat(preview.path("kinds").path(0).path("added").asLong()).isGreaterThanOrEqualTo(CUSTOMERS);
        assertThat(preview.path("kinds").path(0).path("examples").size()).isEqualTo(5);
        assertThat(fingerprint.graph()).isEmpty();
        assertThat(hub.ask("engineer", "{ loads { totalCount } }").path("data").path("loads").path("totalCount")
                .asInt()).isZero();
    }

    @Test
    @Order(1)
    void bringsWhatTheSourcesHoldIntoGraphAndSearch() throws IOException {
        assertThat(loads.isDue()).isTrue();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);

        undisturbedGraph = fingerprint.graph();
        undisturbedSearch = fingerprint.search();
        long customers = undisturbedGraph.stream().filter(line -> line.startsWith("Customer ")).count();
        assertThat(customers).isBetween((long) CUSTOMERS, CUSTOMERS * 3L / 2);
        assertThat(fingerprint.searchable()).isEqualTo(customers);
        assertThat(undisturbedSearch).hasSizeGreaterThan((int) customers).noneMatch(line -> line.contains(": 0 "));
        assertThat(hub.ask("agent", "{ customers { totalCount } }").path("data").path("customers").path("totalCount")
                .asLong()).isEqualTo(customers);
    }

    @Test
    @Order(2)
    void keepsEveryRowThatTheSampleBroke() {
        JsonNode load = hub.ask("engineer", """
                { loads(first: 1) { nodes { number status rejectCount steps { name status done total failure } } } }
                """).path("data").path("loads").path("nodes").path(0);

        assertThat(load.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(load.path("steps").size()).isGreaterThan(10);
        Map<String, Long> reasons = reasons();
        Map.of("DUPLICATE", Fault.DUPLICATE_KEY, "MISSING_COLUMN", Fault.CUT_SHORT, "UNKNOWN_REFERENCE of calls",
                Fault.UNKNOWN_CALLER)
                .forEach((reason, fault) -> assertThat(reasons.getOrDefault(reason, 0L)).as(reason)
                        .isEqualTo(sample.planted(fault)));
        long planted = sample.planted(Fault.BAD_DATE) + sample.planted(Fault.UNKNOWN_CODE)
                + sample.planted(Fault.DUPLICATE_KEY) + sample.planted(Fault.MISSING_VALUE)
                + sample.planted(Fault.CUT_SHORT);
        assertThat(load.path("rejectCount").asLong()).isGreaterThanOrEqualTo(planted);
    }

    @Test
    @Order(2)
    void saysOfEachRowWhatCameOfItAsItWasForetold() {
        JsonNode load = hub.ask("engineer", """
                { loads(first: 1) { nodes { trigger full selection notices { code }
                    feeds { source feed read added rejected }
                    all: feeds { read rejected added changed unchanged closed vanished files { file sha256 bytes read } } } } }
                """).path("data").path("loads").path("nodes").path(0);

        assertThat(load.path("trigger").asString()).isEqualTo("START");
        assertThat(load.path("feeds").toString()).isEqualTo(foretold);
        for (JsonNode feed : load.path("all")) {
            assertThat(feed.path("read").asLong()).isEqualTo(Stream
                    .of("rejected", "added", "changed", "unchanged", "closed")
                    .mapToLong(name -> feed.path(name).asLong()).sum()).isPositive();
            assertThat(feed.path("files").path(0).path("sha256").asString()).hasSize(64);
        }
    }

    @Test
    @Order(3)
    void startsALoadOfNamedFeedsOnly() {
        String start = """
                mutation ($feeds: [String!]) { loadStart(input: {full: true, feeds: $feeds}) {
                    load { number trigger startedBy selection } userErrors { code message field } } }
                """;
        JsonNode refused = hub.ask("engineer", start, Map.of("feeds", List.of("billing", "crm.nothing")))
                .path("data").path("loadStart");

        assertThat(refused.path("load").isNull()).isTrue();
        assertThat(refused.path("userErrors").path(0).path("code").asString()).isEqualTo("UNKNOWN_FEED");
        assertThat(refused.path("userErrors").path(0).path("message").asString())
                .startsWith("No source or feed is called crm.nothing; there are ");
    }

    /** How many rows were refused for each reason, read by cursor to the end. */
    private Map<String, Long> reasons() {
        Map<String, Long> reasons = new TreeMap<>();
        Map<String, Object> variables = new HashMap<>();
        JsonNode page;
        do {
            page = hub.ask("engineer", """
                    query ($after: String) { loads(first: 1) { nodes { rejects(first: 100, after: $after) {
                      nodes { file line reason } pageInfo { hasNextPage endCursor } } } } }
                    """, variables).path("data").path("loads").path("nodes").path(0).path("rejects");
            for (JsonNode reject : page.path("nodes")) {
                String reason = reject.path("reason").asString();
                boolean isOfCalls = reason.equals("UNKNOWN_REFERENCE")
                        && reject.path("file").asString().contains("calls");
                reasons.merge(isOfCalls ? reason + " of calls" : reason, 1L, Long::sum);
            }
            variables.put("after", page.path("pageInfo").path("endCursor").asString());
        } while (page.path("pageInfo").path("hasNextPage").asBoolean());
        return reasons;
    }

    @Test
    @Order(3)
    void changesNothingWhenTheSameFilesAreReadAgain() {
        List<String> before = fingerprint.graphAndMoments();

        assertThat(loads.isDue()).isFalse();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull())).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(fingerprint.graphAndMoments()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void writersNeverLockEachOtherOut() {
        assertThat(meters.get("zhiyin.graph.write").timer().count()).isPositive();
        assertThat(meters.find("zhiyin.graph.retries").tag("reason", "deadlock").counter()).isNull();
    }

    @Test
    @Order(4)
    void endsInTheSameGraphAndSearchHoweverOftenItIsKilled() throws IOException, InterruptedException {
        stores.all();
        OtherHub other = new OtherHub(otherEnvironment());

        for (String step : List.of("land", "merge Customer", "merge PartyInteraction", "merge CustomerBill",
                "index")) {
            List<String> output = other.loadUntil(told -> OtherHub.isInside(step, told));
            assertThat(output).as("killed inside %s", step).anyMatch(told -> OtherHub.isInside(step, told)).last()
                    .asString().containsPattern("load \\d+ +" + step);
        }
        assertThat(other.load()).isZero();

        assertThat(GraphFingerprint.digest(fingerprint.graph())).isEqualTo(GraphFingerprint.digest(undisturbedGraph));
        assertThat(fingerprint.graph()).isEqualTo(undisturbedGraph);
        assertThat(fingerprint.search()).isEqualTo(undisturbedSearch);
    }

    private Map<String, String> otherEnvironment() throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", otherData.toString());
        all.put("ZHIYIN_LOAD_INPUT", data.resolve("input").toAbsolutePath().toString());
        all.put("ZHIYIN_LOAD_BATCH", "40");
        all.put("ZHIYIN_LOAD_PROGRESS", "0s");
        Files.createDirectories(otherData);
        return all;
    }
}
