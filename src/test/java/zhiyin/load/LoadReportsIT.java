package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.access.HubClient;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A load that ends well and one that fails, as other systems learn of them. */
@HubTest(properties = {"management.prometheus.metrics.export.enabled=true", "zhiyin.alerts.reject-share=0"})
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadReportsIT {

    private static final List<JsonNode> ALERTS = new CopyOnWriteArrayList<>();
    private static final List<JsonNode> EVENTS = new CopyOnWriteArrayList<>();
    private static final HttpServer OTHERS = others();
    private static final Path ETL = copyOfDeclarations();

    private final Loads loads;
    private final HubClient hub;

    @Autowired
    LoadReportsIT(Loads loads, HubClient hub, CleanStores stores, @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.hub = hub;
        stores.all();
        SampleInput.in(data.resolve("input"), 60);
    }

    private static HttpServer others() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            keep(server, "/alerts", ALERTS);
            keep(server, "/api/v1/lineage", EVENTS);
            server.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static void keep(HttpServer server, String path, List<JsonNode> received) {
        server.createContext(path, exchange -> {
            received.add(JsonMapper.shared()
                    .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
    }

    private static Path copyOfDeclarations() {
        try {
            Path copy = Files.createTempDirectory("etl");
            FileSystemUtils.copyRecursively(Path.of("etl"), copy);
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        String others = "http://127.0.0.1:" + OTHERS.getAddress().getPort();
        settings.add("zhiyin.alerts.url", () -> others + "/alerts");
        settings.add("zhiyin.lineage.url", () -> others);
        settings.add("zhiyin.etl", ETL::toString);
    }

    @BeforeAll
    void loadOnceWellAndOnceNot() throws IOException, InterruptedException {
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        Files.writeString(ETL.resolve("tags/broken.yaml"), "tags: [ {key: Nonsense} ]\n");
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Failed.class);
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while ((EVENTS.size() < 4 || ALERTS.stream().noneMatch(LoadReportsIT::isFailure))
                && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
    }

    @AfterAll
    void close() throws IOException {
        OTHERS.stop(0);
        FileSystemUtils.deleteRecursively(ETL);
    }

    private static boolean isFailure(JsonNode alert) {
        return alert.path("event").asString().equals("load.failed");
    }

    @Test
    void aLoadThatFailsIsToldWithoutWhatAStoreOrADeclarationSays() {
        assertThat(ALERTS.stream().filter(LoadReportsIT::isFailure)).singleElement().satisfies(alert -> {
            assertThat(alert.path("message").asString())
                    .isEqualTo("Load 2 failed in step prepare; its log and its history say why.");
            assertThat(alert.path("details").path("load").asInt()).isEqualTo(2);
            assertThat(alert.path("details").path("step").asString()).isEqualTo("prepare");
        });
    }

    @Test
    void aFeedOfWhichTooMuchIsRefusedIsTold() {
        assertThat(ALERTS).filteredOn(alert -> alert.path("event").asString().equals("load.rejects")).isNotEmpty()
                .allSatisfy(alert -> {
                    JsonNode details = alert.path("details");
                    assertThat(details.path("feed").asString()).matches("[a-z]+\\.[a-z_]+");
                    assertThat(details.path("rejected").asInt()).isBetween(1, details.path("rows").asInt());
                });
    }

    @Test
    void lineageSaysWhatEachRunReadAndWrote() {
        assertThat(EVENTS).extracting(event -> event.path("eventType").asString()).containsExactly("START", "COMPLETE",
                "START", "FAIL");
        assertThat(EVENTS.get(0).path("run").path("runId")).isEqualTo(EVENTS.get(1).path("run").path("runId"));
        assertThat(EVENTS.get(2).path("run").path("runId")).isNotEqualTo(EVENTS.get(1).path("run").path("runId"));
        JsonNode done = EVENTS.get(1);
        assertThat(done.path("inputs").values()).isNotEmpty().allSatisfy(input -> {
            assertThat(Path.of(input.path("name").asString())).exists();
            assertThat(input.path("facets").path("schema").path("fields").values()).isNotEmpty();
            assertThat(input.path("inputFacets").path("inputStatistics").path("rowCount").asInt()).isPositive();
        });
        assertThat(done.path("outputs").values()).extracting(output -> output.path("namespace").asString() + " "
                + output.path("name").asString()).contains("neo4j Customer", "elasticsearch zhiyin-customers",
                        "elasticsearch zhiyin-party-interactions");
    }

    @Test
    void engineersAndAdministratorsReadTheNumbers() {
        HttpResponse<String> numbers = hub.get("engineer", "/actuator/prometheus");

        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.body()).contains("zhiyin_load_ended_total{status=\"completed\"} 1.0",
                "zhiyin_load_ended_total{status=\"failed\"} 1.0", "zhiyin_load_running 0.0",
                "zhiyin_load_rows_total{feed=\"customers\",result=\"read\",source=\"crm\"}",
                "zhiyin_feed_lag_seconds{feed=\"customers\",source=\"crm\"}",
                "zhiyin_load_step_seconds_count{step=\"index\"} 1", "zhiyin_graph_write_seconds_count",
                "zhiyin_search_write_seconds_count");
        assertThat(hub.get("admin", "/actuator/prometheus").statusCode()).isEqualTo(200);
        for (String role : List.of("agent", "marketer", "manager")) {
            assertThat(hub.get(role, "/actuator/prometheus").statusCode()).as(role).isEqualTo(403);
        }
    }
}
