package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.access.HubClient;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** A feed that gets too old and is delivered again, as people and Prometheus learn of it. */
@HubTest(properties = {"management.prometheus.metrics.export.enabled=true", "zhiyin.load.freshness-look=100ms",
        "zhiyin.alerts.reject-share=1"})
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedWatchIT {

    private static final BlockingQueue<JsonNode> ALERTS = new LinkedBlockingQueue<>();
    private static final HttpServer RECEIVER = receiver();
    private static final Path ETL = declarationsWithACheck();

    private final Loads loads;
    private final FeedWatch watch;
    private final FeedStates states;
    private final HubClient hub;
    private final JdbcTemplate jdbc;
    private final Path customers;

    @Autowired
    FeedWatchIT(Loads loads, FeedWatch watch, FeedStates states, HubClient hub, JdbcTemplate jdbc, CleanStores stores,
            @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.watch = watch;
        this.states = states;
        this.hub = hub;
        this.jdbc = jdbc;
        stores.all();
        SampleInput.in(data.resolve("input"), 40);
        this.customers = data.resolve("input/crm/customers.csv");
    }

    private static HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                ALERTS.add(JsonMapper.shared()
                        .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private static Path declarationsWithACheck() {
        try {
            Path copy = Files.createTempDirectory("etl");
            FileSystemUtils.copyRecursively(Path.of("etl"), copy);
            Path crm = copy.resolve("sources/crm.yaml");
            Files.writeString(crm, Files.readString(crm).replace("    files: crm/customers*.csv\n", """
                        files: crm/customers*.csv
                        checks: [ { check: fresh, freshness: { within: 2h } } ]
                    """));
            return copy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("zhiyin.alerts.url", () -> "http://127.0.0.1:" + RECEIVER.getAddress().getPort());
        settings.add("zhiyin.etl", ETL::toString);
    }

    @AfterAll
    void close() throws IOException {
        RECEIVER.stop(0);
        FileSystemUtils.deleteRecursively(ETL);
    }

    @Test
    void staleAndFreshAreToldOnceEach() throws Exception {
        Files.setLastModifiedTime(customers, FileTime.from(Instant.now().minus(Duration.ofHours(3))));
        load();
        JsonNode stale = alert();
        assertThat(stale.path("event").asString()).isEqualTo("feed.stale");
        assertThat(stale.path("message").asString()).isEqualTo(
                "crm.customers is stale: its newest data are 3 hours old, where 2 hours are allowed.");
        assertThat(stale.path("details").path("feed").asString()).isEqualTo("crm.customers");
        assertThat(stale.path("details").path("allowedSeconds").asLong()).isEqualTo(7_200);
        assertThat(stale.path("details").path("ageSeconds").asLong()).isBetween(10_800L, 11_400L);
        assertNoMore();

        Files.setLastModifiedTime(customers, FileTime.from(Instant.now()));
        load();
        assertThat(alert().path("event").asString()).isEqualTo("feed.fresh");
        assertNoMore();

        // nobody loads any more
        jdbc.update("UPDATE feed_state SET newest = now() - interval '3 hours'");
        assertThat(alert().path("event").asString()).isEqualTo("feed.stale");
        assertNoMore();

        // nothing was ever delivered
        jdbc.update("UPDATE feed_state SET newest = NULL, known_since = now() - interval '1 hour'");
        assertThat(alert().path("event").asString()).isEqualTo("feed.fresh");
        jdbc.update("UPDATE feed_state SET known_since = now() - interval '3 hours'");
        assertThat(alert().path("event").asString()).isEqualTo("feed.stale");

        assertNumbers();
    }

    @Test
    void ofNodesThatNoticeAtOnceOneTells() {
        states.delivered(List.of(new LandedFeeds.Delivery("nobody", "checks-it", Instant.now(), Instant.now())));
        FeedState seen = states.all().stream().filter(state -> state.source().equals("nobody")).findFirst()
                .orElseThrow();

        assertThat(List.of(states.stale(seen, Instant.now()), states.stale(seen, Instant.now()))).containsExactly(true,
                false);
        assertThat(List.of(states.fresh(seen), states.fresh(seen))).containsExactly(true, false);
    }

    private void assertNumbers() {
        String numbers = hub.get("engineer", "/actuator/prometheus").body();
        String feed = "feed=\"customers\",%ssource=\"crm\"";
        assertThat(value(numbers, "zhiyin_feed_lag_seconds{" + feed.formatted(""))).isBetween(0.0, 600.0);
        assertThat(value(numbers, "zhiyin_feed_age_seconds{" + feed.formatted(""))).isNaN();
        assertThat(value(numbers, "zhiyin_feed_allowed_age_seconds{" + feed.formatted(""))).isEqualTo(7_200);
        List<Double> rows = List.of("read", "rejected", "added", "changed", "unchanged", "closed").stream()
                .map(result -> value(numbers, "zhiyin_load_rows_total{" + feed.formatted("result=\"" + result + "\",")))
                .toList();
        assertThat(rows.getFirst()).isPositive().isEqualTo(rows.stream().skip(1).mapToDouble(each -> each).sum());
        assertThat(rows.get(2)).isPositive();
        assertThat(numbers).contains("zhiyin_load_rows_total{" + feed.formatted("result=\"vanished\","),
                "zhiyin_graph_read_seconds_count", "zhiyin_search_read_seconds_count", "zhiyin_subscriptions 0.0");
    }

    private static double value(String numbers, String metric) {
        Matcher line = Pattern.compile("^" + Pattern.quote(metric) + "[^}]*} (\\S+)$", Pattern.MULTILINE)
                .matcher(numbers);
        assertThat(line.find()).as(metric).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private void load() {
        assertThat(loads.run(LoadRequest.by("tester", true, List.of()))).isInstanceOf(LoadOutcome.Completed.class);
    }

    private static JsonNode alert() throws InterruptedException {
        @Nullable
        JsonNode alert = ALERTS.poll(20, TimeUnit.SECONDS);
        assertThat(alert).as("an alert").isNotNull();
        return alert;
    }

    /** Several looks later, of this node and of another that looks at once. */
    private void assertNoMore() throws InterruptedException {
        Thread.sleep(300);
        watch.look();
        assertThat(ALERTS).isEmpty();
    }
}
