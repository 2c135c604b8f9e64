package zhiyin.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.OtherHub.Run;
import zhiyin.search.SearchProbe;
import zhiyin.stores.CleanStores;
import zhiyin.stores.CutWire;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Stores that go away in the midst of a load: another hub loads through wires that are cut. */
@HubTest(properties = "zhiyin.load.staging-memory=256MB")
@Import(SearchProbe.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoresAwayIT {

    private static final int CUSTOMERS = 120;

    private final Loads loads;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final Path input;
    private final CutWire neo4j;
    private final CutWire elasticsearch;
    private final CutWire postgresql;
    private final Map<String, String> environment;
    private List<String> undisturbedGraph = List.of();
    private List<String> undisturbedSearch = List.of();

    @Autowired
    StoresAwayIT(Loads loads, Neo4jClient graph, ElasticsearchClient search, CleanStores stores, SearchProbe probe,
            Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.input = data.resolve("input").toAbsolutePath();
        this.neo4j = new CutWire(neo4j.getUri().getHost(), neo4j.getUri().getPort());
        Node node = elasticsearch.getNodes().getFirst();
        this.elasticsearch = new CutWire(node.hostname(), node.port());
        URI database = URI.create(jdbc.getJdbcUrl().substring("jdbc:".length()));
        this.postgresql = new CutWire(database.getHost(), database.getPort());
        this.environment = new HashMap<>(StoresEnvironment.of(neo4j, elasticsearch, jdbc));
        environment.put("SPRING_NEO4J_URI", "bolt://127.0.0.1:" + this.neo4j.port());
        environment.put("SPRING_ELASTICSEARCH_URIS", "http://127.0.0.1:" + this.elasticsearch.port());
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:%d%s".formatted(this.postgresql.port(),
                jdbc.getJdbcUrl().substring(jdbc.getJdbcUrl().indexOf('/', "jdbc:postgresql://".length()))));
        environment.put("SPRING_DATASOURCE_HIKARI_CONNECTIONTIMEOUT", "1000");
        environment.put("ZHIYIN_LOAD_INPUT", input.toString());
        environment.put("ZHIYIN_LOAD_BATCH", "20");
        environment.put("ZHIYIN_LOAD_PROGRESS", "0s");
        SampleInput.in(input, CUSTOMERS);
    }

    @BeforeAll
    void loadUndisturbed() {
        stores.all();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        undisturbedGraph = fingerprint.graph();
        undisturbedSearch = fingerprint.search();
        assertThat(undisturbedGraph).hasSizeGreaterThan(CUSTOMERS);
    }

    @BeforeEach
    void clean() {
        stores.all();
    }

    @AfterAll
    void close() {
        neo4j.close();
        elasticsearch.close();
        postgresql.close();
    }

    @Test
    void aLoadWaitsForAStoreThatComesBack(@TempDir Path data) throws Exception {
        Run run = hub(data, "60s").load(both(once("merge PartyInteraction", () -> neo4j.cutFor(Duration.ofSeconds(9))),
                once("index", () -> elasticsearch.cutFor(Duration.ofSeconds(3)))));

        assertThat(run.code()).as("%s", run.output()).isZero();
        for (String store : List.of("Neo4j", "Elasticsearch")) {
            assertThat(run.linesWith(store + " does not answer")).as(store).isEqualTo(1);
            assertThat(run.linesWith(store + " answers again")).as(store).isEqualTo(1);
        }
        assertTheSameIsThere();
    }

    @Test
    void aLoadStopsWithAWordWhenAStoreStaysAwayAndGoesOnWhenItIsBack(@TempDir Path data) throws Exception {
        OtherHub hub = hub(data, "2s");

        Run run = hub.load(once("merge Product", neo4j::cut));
        neo4j.mend();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).last().asString().startsWith("Load 1 stopped: Neo4j has not answered for 2 seconds")
                .endsWith("It goes on from there when it is started again.");

        run = hub.load(once("index", elasticsearch::cut));
        elasticsearch.mend();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).last().asString()
                .startsWith("Load 1 stopped: Elasticsearch has not answered for 2 seconds");

        assertThat(hub.load()).isZero();
        assertTheSameIsThere();
    }

    @Test
    void aLoadThatLosesTheDatabaseStopsAndGoesOnWhenItIsBack(@TempDir Path data) throws Exception {
        OtherHub hub = hub(data, "60s");

        Run gone = hub.load(once("merge Customer", postgresql::cut));
        postgresql.mend();
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.output()).last().asString().isEqualTo("The load stopped: PostgreSQL, which keeps the books of "
                + "loads and lets one run at a time, was lost. It goes on from there when it is started again.");

        Run blinked = hub.load(once("merge UsageSummary", () -> {
            postgresql.cut();
            postgresql.mend();
        }));
        assertThat(blinked.code()).isEqualTo(1);
        assertThat(blinked.output()).last().asString().startsWith("The load stopped: PostgreSQL");

        assertThat(hub.load()).isZero();
        assertTheSameIsThere();
    }

    private void assertTheSameIsThere() {
        assertThat(fingerprint.graph()).isEqualTo(undisturbedGraph);
        assertThat(fingerprint.search()).isEqualTo(undisturbedSearch);
    }

    private static BiConsumer<String, ProcessHandle> once(String step, Runnable fault) {
        return OtherHub.at(step, (line, hub) -> fault.run());
    }

    private static BiConsumer<String, ProcessHandle> both(BiConsumer<String, ProcessHandle> one,
            BiConsumer<String, ProcessHandle> other) {
        return one.andThen(other);
    }

    private OtherHub hub(Path data, String patience) throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", data.toString());
        all.put("ZHIYIN_LOAD_PATIENCE", patience);
        return new OtherHub(all);
    }
}
