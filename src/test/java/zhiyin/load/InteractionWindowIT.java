package zhiyin.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.util.FileSystemUtils;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.search.SearchProbe;
import zhiyin.staging.Staging;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** A graph with a window that cuts the sample's half year in two, beside one without; the tests build on each other. */
@HubTest(properties = {"zhiyin.load.interactions-window=P2M", "zhiyin.load.batch=40"})
@Import({HubClient.class, SearchProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InteractionWindowIT {

    private static final String EVENTS = "zhiyin-party-interactions";
    private static final int CUSTOMERS = 120;

    private final Loads loads;
    private final HubClient hub;
    private final Neo4jClient graph;
    private final ElasticsearchClient search;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final Staging staging;
    private final Map<String, String> external;
    private final Path data;

    private final Path folder = Path.of("target/window-it").toAbsolutePath();
    private final Map<String, List<Shown>> withoutWindow = new TreeMap<>();
    private List<String> moved = List.of();
    private Map<String, String> movedEvents = Map.of();

    @Autowired
    InteractionWindowIT(Loads loads, HubClient hub, Neo4jClient graph, ElasticsearchClient search, CleanStores stores,
            SearchProbe probe, Staging staging, Neo4jConnectionDetails neo4j,
            ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.hub = hub;
        this.graph = graph;
        this.search = search;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.staging = staging;
        this.external = StoresEnvironment.of(neo4j, elasticsearch, jdbc);
        this.data = data;
    }

    /** An interaction as the API shows it. */
    private record Shown(String id, String startedAt, String type, String cursor, String all) {}

    @BeforeAll
    void loadWithoutWindow() throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(folder);
        SampleInput.in(data.resolve("input"), CUSTOMERS);
        FileSystemUtils.copyRecursively(data.resolve("input"), folder.resolve("input"));
        stores.all();
        assertThat(new OtherHub(environment("all", "all")).load()).isZero();
        withoutWindow.putAll(interactions());
        assertThat(withoutWindow.values().stream().mapToInt(List::size).sum()).isGreaterThan(100);
        stores.all();
    }

    private Map<String, String> environment(String name, String window) throws IOException {
        Map<String, String> all = new HashMap<>(external);
        all.put("ZHIYIN_DATA", Files.createDirectories(folder.resolve(name)).toString());
        all.put("ZHIYIN_LOAD_INPUT", folder.resolve("input").toString());
        all.put("ZHIYIN_LOAD_INTERACTIONSWINDOW", window);
        all.put("ZHIYIN_LOAD_BATCH", "40");
        all.put("ZHIYIN_LOAD_PROGRESS", "0s");
        return all;
    }

    @Test
    @Order(1)
    void answersTheSamePagesAsAGraphWithoutAWindow() throws IOException {
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(oldest()).startsWith("2026-08-0");
        assertThat(interactions()).isEqualTo(withoutWindow);
        assertThat(number("MATCH (m:InteractionMonth) RETURN sum(m.events) AS n"))
                .isEqualTo(staging.number("SELECT count(*) FROM counted.\"PartyInteraction\"")).isPositive();
        assertThat(events()).hasSize((int) staging
                .number("SELECT count(*) FROM staged.\"PartyInteraction\" s JOIN assignment a ON a.record = s.party"));
    }

    @Test
    @Order(2)
    void findsAnOldInteractionByItsId() {
        Shown oldest = withoutWindow.values().stream().flatMap(List::stream).min(comparing(Shown::startedAt))
                .orElseThrow();
        String id = oldest.id();

        JsonNode found = hub.ask("agent",
                "query($id: ID!) { node(id: $id) { id ... on PartyInteraction { type startedAt } } }",
                Map.of("id", id)).path("data").path("node");

        assertThat(found.path("startedAt").asString()).isEqualTo(oldest.startedAt());
        assertThat(found.path("type").asString()).isEqualTo(oldest.type());
        assertThat(HubClient.code(hub.ask("marketer", "query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    @Order(3)
    void tellsALateEventToItsMonthAndToSearchAlone() throws IOException {
        List<String> before = fingerprint.graphAndMoments();
        long eventsBefore = events().size();

        complain("late", "2026-05-12 07:13:16");
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);

        List<String> changed = new ArrayList<>(fingerprint.graphAndMoments());
        changed.removeAll(before);
        assertThat(changed).hasSize(1).first().asString().startsWith("InteractionMonth ").contains("|2026-05");
        assertThat(events()).hasSize((int) eventsBefore + 1);
    }

    @Test
    @Order(4)
    void movesOnByAMonthWithTheNewestInteraction() throws IOException {
        complain("newest", "2026-11-02 12:00:00");
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(oldest()).startsWith("2026-09-0");
        assertThat(number("MATCH (m:InteractionMonth) WHERE m.month = date('2026-08-01') RETURN count(m) AS n"))
                .isPositive();
        Map<String, List<Shown>> now = interactions();
        withoutWindow.forEach((customer, pages) -> assertThat(now.get(customer)).containsAll(pages));
        moved = fingerprint.graph();
        movedEvents = events();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull())).isInstanceOf(LoadOutcome.Completed.class);
        assertThat(fingerprint.graph()).isEqualTo(moved);
    }

    @Test
    @Order(5)
    void endsInTheSameStoresHoweverOftenItIsKilled() throws IOException, InterruptedException {
        stores.all();
        assertThat(new OtherHub(environment("killed", "P2M")).load()).isZero();
        Map<String, String> next = environment("killed", "P2M");
        next.put("ZHIYIN_LOAD_INPUT", data.resolve("input").toAbsolutePath().toString());
        next.put("ZHIYIN_LOAD_BATCH", "10");
        OtherHub other = new OtherHub(next);

        for (Predicate<String> place : List.<Predicate<String>>of(line -> line.contains(" window  "),
                line -> OtherHub.isInside("merge InteractionMonth", line),
                line -> line.contains(" index PartyInteraction  "), line -> line.contains(" merge InteractionWindow  "),
                line -> OtherHub.isInside("remove PartyInteraction", line))) {
            assertThat(other.loadUntil(place)).anyMatch(place);
        }
        assertThat(other.load()).isZero();

        assertThat(fingerprint.graph()).isEqualTo(moved);
        assertThat(events()).isEqualTo(movedEvents);
    }

    /** Somebody complains who complained last in the sample. */
    private void complain(String id, String at) throws IOException {
        Path file = data.resolve("input/crm/complaints.csv");
        String[] last = Files.readAllLines(file).get(2).split(",", -1);
        Files.writeString(file, "M%s,%s,APP,%s,,服務品質,,,told late,%n".formatted(id, last[1], at), StandardCharsets.UTF_8,
                StandardOpenOption.APPEND);
    }

    private String oldest() {
        return graph.query("MATCH (i:PartyInteraction) RETURN toString(min(i.startedAt)) AS oldest")
                .fetchAs(String.class).one().orElseThrow();
    }

    private long number(String query) {
        return graph.query(query).fetchAs(Long.class).one().orElseThrow();
    }

    /** All interactions of every customer, read page by page for all customers at once, and how many there are said to be. */
    private Map<String, List<Shown>> interactions() {
        Map<String, List<Shown>> all = new TreeMap<>();
        JsonNode page = hub.ask("agent", "{ customers(first: 40) { nodes { id interactions(first: 7) %s } } }"
                .formatted(PAGE)).path("data").path("customers").path("nodes");
        for (JsonNode customer : page) {
            List<Shown> own = all.computeIfAbsent(customer.path("id").asString(), any -> new ArrayList<>());
            JsonNode found = customer.path("interactions");
            take(found, own);
            while (found.path("pageInfo").path("hasNextPage").asBoolean()) {
                found = hub.ask("agent",
                        "query($id: ID!, $after: String) { customer(id: $id) { interactions(first: 7, after: $after) %s } }"
                                .formatted(PAGE),
                        Map.of("id", customer.path("id").asString(), "after",
                                found.path("pageInfo").path("endCursor").asString()))
                        .path("data").path("customer").path("interactions");
                take(found, own);
            }
            assertThat(own).hasSize(found.path("totalCount").asInt());
        }
        return all;
    }

    private static final String PAGE = """
            { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id startedAt type channel direction status
              reason text resolution originContext agent endedAt queueSeconds talkSeconds } } }
            """;

    private static void take(JsonNode page, List<Shown> own) {
        for (JsonNode edge : page.path("edges")) {
            JsonNode node = edge.path("node");
            own.add(new Shown(node.path("id").asString(), node.path("startedAt").asString(),
                    node.path("type").asString(), edge.path("cursor").asString(), node.toString()));
        }
    }

    /** Without their origins: each load gives a file a number of its own. */
    private Map<String, String> events() throws IOException {
        search.indices().refresh(all -> all.index(EVENTS));
        Map<String, String> events = new TreeMap<>();
        search.search(all -> all.index(EVENTS).size(10_000), JsonNode.class).hits().hits()
                .forEach(hit -> events.put(String.valueOf(hit.id()),
                        String.valueOf(hit.source()).replaceAll("\"(origin|closedBy)\":[0-9]+,", "")));
        return events;
    }
}
