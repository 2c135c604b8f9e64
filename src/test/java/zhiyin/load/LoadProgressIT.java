package zhiyin.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;

import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.access.HubEvents;
import zhiyin.access.HubSocket;
import zhiyin.relay.GlobalId;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** A load that runs on one node, as those learn of it who listen on another. */
@HubTest(properties = {"zhiyin.load.staging-memory=254MB", "spring.graphql.http.sse.keep-alive=1s"})
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadProgressIT {

    private static final String PROGRESS = """
            subscription { loadProgress { id number status rejectCount steps { name status done total }
                feeds { source feed read } notices { code } } }""";

    private static final String ONE = "subscription { loadProgress(load: \"%s\") { number status } }"
            .formatted(new GlobalId("Load", "1").encoded());

    private final HubClient hub;
    private final CleanStores stores;
    private final MeterRegistry meters;
    private final Map<String, String> environment;

    @Autowired
    LoadProgressIT(HubClient hub, CleanStores stores, MeterRegistry meters,
            Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.hub = hub;
        this.stores = stores;
        this.meters = meters;
        Path input = data.resolve("input").toAbsolutePath();
        this.environment = new HashMap<>(StoresEnvironment.of(neo4j, elasticsearch, jdbc));
        environment.put("ZHIYIN_LOAD_INPUT", input.toString());
        environment.put("ZHIYIN_LOAD_BATCH", "20");
        SampleInput.in(input, 100);
    }

    @BeforeEach
    void clean() {
        stores.all();
    }

    @Test
    void bothTransportsTellHowALoadOfAnotherNodeGetsOn(@TempDir Path data) throws Exception {
        try (HubEvents events = hub.listen("engineer", PROGRESS);
                HubSocket socket = hub.socket().init(hub.token("engineer"))) {
            socket.next("connection_ack");
            socket.subscribe("1", PROGRESS);
            assertThat(events.status()).isEqualTo(200);
            events.awaitKeepAlive();
            await(() -> subscriptions() == 2);

            Map<String, String> all = new HashMap<>(environment);
            all.put("ZHIYIN_DATA", data.toString());
            List<HubEvents> following = new ArrayList<>();
            assertThat(new OtherHub(all).load((line, process) -> {
                if (line.contains("load 1 ") && following.isEmpty()) {
                    following.add(hub.listen("engineer", ONE));
                }
            }).code()).isZero();

            List<JsonNode> told = toTheEnd(() -> events.next().path("data").path("loadProgress"));
            assertThat(told.size()).as("states that were told").isGreaterThan(3);
            assertThat(told).first().satisfies(load -> {
                assertThat(load.path("number").asInt()).isEqualTo(1);
                assertThat(load.path("status").asString()).isEqualTo("RUNNING");
            });
            assertThat(told.stream().map(LoadProgressIT::done)).isSorted();
            assertThat(told.getLast().path("feeds").size()).as("read by a batch loader anew for each event")
                    .isPositive();
            assertThat(told.getFirst().path("feeds").size()).isZero();

            List<JsonNode> toldOnSocket = toTheEnd(
                    () -> socket.next("next").path("payload").path("data").path("loadProgress"));
            assertThat(toldOnSocket.getLast()).isEqualTo(told.getLast());

            HubEvents followed = following.getFirst();
            assertThat(toTheEnd(() -> followed.next().path("data").path("loadProgress"))).isNotEmpty();
            followed.awaitComplete();
            followed.close();
        }
        await(() -> subscriptions() == 0);
    }

    @Test
    void aLoadThatThereIsNotIsRefusedOverBothTransports() throws Exception {
        String document = "subscription { loadProgress(load: \"" + new GlobalId("Load", "99").encoded()
                + "\") { id } }";
        try (HubEvents events = hub.listen("engineer", document);
                HubSocket socket = hub.socket().init(hub.token("engineer"))) {
            assertThat(HubClient.code(events.next())).isEqualTo("NOT_FOUND");
            events.awaitComplete();
            socket.next("connection_ack");
            assertThat(socket.subscribe("1", document).next("error").path("payload").path(0).path("extensions")
                    .path("code").asString()).isEqualTo("NOT_FOUND");
        }
    }

    private interface Source {

        JsonNode next() throws InterruptedException;
    }

    private static List<JsonNode> toTheEnd(Source source) throws InterruptedException {
        List<JsonNode> told = new ArrayList<>();
        do {
            told.add(source.next());
        } while (told.getLast().path("status").asString().equals("RUNNING"));
        assertThat(told.getLast().path("status").asString()).as("%s", told.getLast()).isEqualTo("COMPLETED");
        return told;
    }

    private static long done(JsonNode load) {
        return load.path("steps").valueStream().mapToLong(step -> step.path("done").asLong()).sum();
    }

    private double subscriptions() {
        return meters.get("zhiyin.subscriptions").gauge().value();
    }

    private static void await(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
