package zhiyin.report;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertsTests {

    private static final Alert ALERT = new Alert("load.failed", Instant.parse("2026-11-26T08:00:00Z"),
            "Load 7 failed in step land.", Map.of("load", 7, "step", "land"));

    private record Received(String body, String signature) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int refusals;
    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    @BeforeEach
    void listen() {
        server.createContext("/hook", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String signature = exchange.getRequestHeaders().getFirst(Alerts.SIGNATURE);
            received.add(new Received(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    signature == null ? "" : signature));
            exchange.sendResponseHeaders(received.size() <= refusals ? 503 : 204, -1);
        }
    }

    @Test
    void anAlertIsPostedAsJsonAndSigned() throws Exception {
        tell("/hook", "secret", 1);

        Received only = received.getFirst();
        JsonNode body = JsonMapper.shared().readTree(only.body());
        assertThat(received).hasSize(1);
        assertThat(body.path("event").asString()).isEqualTo("load.failed");
        assertThat(body.path("at").asString()).isEqualTo("2026-11-26T08:00:00Z");
        assertThat(body.path("message").asString()).isEqualTo("Load 7 failed in step land.");
        assertThat(body.path("details").path("load").asInt()).isEqualTo(7);
        assertThat(only.signature()).isEqualTo(
                "sha256=" + Alerts.signed("secret", only.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aSignatureIsTheHmacThatTheReceiverReckons() {
        // printf '{}' | openssl dgst -sha256 -hmac secret
        assertThat(Alerts.signed("secret", "{}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("77325902caca812dc259733aacd046b73817372c777b8d95b402647474516e13");
    }

    @Test
    void anAlertIsSentUntilItIsTaken() throws Exception {
        refusals = 2;

        tell("/hook", null, 5);

        assertThat(received).hasSize(3).extracting(Received::signature).containsOnly("");
    }

    @Test
    void anAlertThatNobodyTakesIsGivenUp() throws Exception {
        refusals = 100;

        tell("/hook", null, 3);

        assertThat(received).hasSize(3);
    }

    @Test
    void whoTellsNeverWaitsNorFails() throws Exception {
        server.stop(0);
        Alerts alerts = new Alerts(settings("/hook", null, 2), JsonMapper.shared());

        long begun = System.nanoTime();
        alerts.tell(ALERT);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        alerts.close();
    }

    @Test
    void anAddressThatIsNotHttpStopsTheStart() {
        assertThatThrownBy(() -> new AlertSettings(URI.create("mailto:ops@example.com"), null, 1, Duration.ZERO, 0.05))
                .hasMessageContaining("zhiyin.alerts.url").hasMessageContaining("http");
    }

    private void tell(String path, @Nullable String secret, int attempts) throws Exception {
        Alerts alerts = new Alerts(settings(path, secret, attempts), JsonMapper.shared());
        alerts.tell(ALERT);
        alerts.close();
    }

    private AlertSettings settings(String path, @Nullable String secret, int attempts) {
        return new AlertSettings(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path), secret,
                attempts, Duration.ofMillis(10), 0.05);
    }
}
