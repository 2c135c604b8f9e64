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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.neo4j.driver.GraphDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.util.FileSystemUtils;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import zhiyin.access.HubClient;
import zhiyin.graph.GraphImporter;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.search.SearchProbe;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.OwnStores;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A first load through Neo4j's importer, beside one by Bolt; the tests build on each other. */
@HubTest(properties = "zhiyin.load.import-from=1")
@Import({HubClient.class, SearchProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportIT {

    private static final String TEXT = "first line\nsecond, \"quoted\" line\r\n\uD83D\uDE00 \\ 客服".repeat(4_000);

    private final Loads loads;
    private final HubClient hub;
    private final Neo4jClient graph;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final Optional<GraphImporter> importer;
    private final Map<String, String> external;
    private final Path data;

    private final Path folder = Path.of("target/import-it").toAbsolutePath();
    private final List<String> byBolt = new ArrayList<>();
    private final List<String> typesByBolt = new ArrayList<>();
    private final List<String> searchByBolt = new ArrayList<>();

    @Autowired
    ImportIT(Loads loads, HubClient hub, Neo4jClient graph, ElasticsearchClient search, CleanStores stores,
            SearchProbe probe, Optional<GraphImporter> importer, Neo4jConnectionDetails neo4j,
            ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.hub = hub;
        this.graph = graph;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.importer = importer;
        this.external = StoresEnvironment.of(neo4j, elasticsearch, jdbc);
        this.data = data;
    }

    @BeforeAll
    void loadByBolt() throws IOException, InterruptedException {
        assumeTrue(importer.isPresent(), "the graph of these stores cannot be stopped");
        FileSystemUtils.deleteRecursively(folder);
        SampleInput.in(data.resolve("input"), 120);
        complain();
        stores.all();
        assertThat(new OtherHub(environment("bolt", external, Map.of("ZHIYIN_LOAD_IMPORT", "never"))).load()).isZero();
        byBolt.addAll(fingerprint.graph());
        typesByBolt.addAll(GraphTypes.of(graph));
        searchByBolt.addAll(fingerprint.search());
        stores.all();
    }

    /** A text as a customer may write it, in the quotes that a file needs for it. */
    private void complain() throws IOException {
        Path file = data.resolve("input/crm/complaints.csv");
        String[] last = Files.readAllLines(file).getLast().split(",", -1);
        Files.writeString(file, "Mwritten,%s,APP,2026-05-12 07:13:16,,服務品質,,,\"%s\",%n".formatted(last[1],
                TEXT.replace("\"", "\"\"")), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private Map<String, String> environment(String name, Map<String, String> base, Map<String, String> more)
            throws IOException {
        Map<String, String> all = new HashMap<>(base);
        all.putAll(more);
        all.put("ZHIYIN_DATA", Files.createDirectories(folder.resolve(name)).toString());
        all.put("ZHIYIN_LOAD_INPUT", data.resolve("input").toAbsolutePath().toString());
        all.put("ZHIYIN_LOAD_IMPORTFROM", "1");
        all.put("ZHIYIN_LOAD_PROGRESS", "0s");
        return all;
    }

    @Test
    @Order(1)
    void fillsTheGraphThatTheMergesWouldHaveWritten() {
        CompletableFuture<LoadOutcome> loading = CompletableFuture
                .supplyAsync(() -> loads.run(LoadRequest.ofAll(LoadTrigger.START)));
        Set<String> codes = new TreeSet<>();
        while (!loading.isDone()) {
            codes.add(HubClient.code(hub.ask("agent", "{ customers(first: 1) { nodes { id } } }")));
        }

        assertThat(loading.join()).isInstanceOf(LoadOutcome.Completed.class);
        assertThat(codes).contains("UNAVAILABLE").isSubsetOf("", "UNAVAILABLE");
        assertThat(byBolt).anyMatch(line -> line.contains("first line\nsecond, \"quoted\" line\r\n"));
        assertThat(fingerprint.graph()).isEqualTo(byBolt);
        assertThat(GraphTypes.of(graph)).isEqualTo(typesByBolt).contains("zone Z");
        assertThat(fingerprint.search()).isEqualTo(searchByBolt);
        assertThat(data.resolve("import")).doesNotExist();
    }

    @Test
    @Order(2)
    void isTheLastWordUntilSomethingChanges() {
        List<String> before = fingerprint.graphAndMoments();

        assertThat(loads.isDue()).isFalse();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull())).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(fingerprint.graphAndMoments()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void waitsUntilAnOperatorHasImportedTheFiles() throws IOException, InterruptedException {
        stores.all();
        OtherHub other = new OtherHub(environment("files", external, Map.of("ZHIYIN_LOAD_IMPORT", "files")));
        Path files = folder.resolve("files/import");

        assertThat(other.output()).anyMatch(line -> line.contains("neo4j-admin database import full @arguments"))
                .anyMatch(line -> line.contains(files.toString()));
        assertThat(other.load()).as("as long as nobody has imported them").isEqualTo(1);
        importer.orElseThrow().fill(files);
        assertThat(other.load()).isZero();

        assertThat(fingerprint.graph()).isEqualTo(byBolt);
        assertThat(GraphTypes.of(graph)).isEqualTo(typesByBolt);
        assertThat(files).doesNotExist();
    }

    @Test
    @Order(4)
    void endsInTheSameGraphHoweverOftenItIsKilled() throws IOException, InterruptedException {
        OwnStores own = new OwnStores(folder.resolve("stores"));
        OtherHub other = new OtherHub(environment("killed", own.environment(), Map.of()));
        for (Predicate<String> place : List.<Predicate<String>>of(line -> line.contains("bulk import:"),
                line -> line.contains("1 / 4 stages") && appears(own.importing()),
                line -> line.contains("importer has filled the graph"), line -> line.contains("3 / 4 stages"))) {
            assertThat(other.loadUntil(place)).anyMatch(place);
        }
        assertThat(other.load()).isZero();

        try (OwnStores.Running running = own.start();
                var driver = GraphDatabase.driver(running.neo4j().getUri(), running.neo4j().getAuthToken())) {
            Neo4jClient filled = Neo4jClient.create(driver);
            assertThat(GraphFingerprint.graph(filled)).isEqualTo(byBolt);
            assertThat(GraphTypes.of(filled)).isEqualTo(typesByBolt);
        }
    }

    /** Whether a file is there at last; the hub that would make it is not asked to wait. */
    private static boolean appears(Path file) {
        for (int attempt = 0; attempt < 6_000 && !Files.exists(file); attempt++) {
            LockSupport.parkNanos(10_000_000);
        }
        return true;
    }
}
