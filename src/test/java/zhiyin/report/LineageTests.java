package zhiyin.report;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.report.LineageEvent.Dataset;
import zhiyin.report.LineageEvent.State;

import static org.assertj.core.api.Assertions.assertThat;

class LineageTests {

    private static final UUID RUN = UUID.fromString("6f9d6f2e-1111-3333-8888-000000000007");

    @Test
    void tellsWhatALoadReadAndWroteAsTheStandardWantsIt() throws Exception {
        List<JsonNode> received = new CopyOnWriteArrayList<>();
        List<String> keys = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/lineage", exchange -> {
            received.add(JsonMapper.shared()
                    .readTree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(201, -1);
            exchange.close();
        });
        server.start();

        try (Lineage lineage = new Lineage(
                new LineageSettings("http://127.0.0.1:%d".formatted(server.getAddress().getPort()), "key", "hub"))) {
            lineage.tell(event(State.START, null));
            lineage.tell(event(State.FAIL, "Neo4j has not answered for 5 minutes"));
        }
        server.stop(0);

        assertThat(received).hasSize(2);
        assertThat(keys).containsOnly("Bearer key");
        assertThat(received.getLast().path("run").path("facets").path("errorMessage").path("message").asString())
                .isEqualTo("Neo4j has not answered for 5 minutes");
        JsonNode start = received.getFirst();
        assertThat(start.path("eventType").asString()).isEqualTo("START");
        assertThat(start.path("eventTime").asString()).startsWith("2026-11-26T08:00");
        assertThat(start.path("producer").asString()).isEqualTo("urn:zhiyin");
        assertThat(start.path("schemaURL").asString()).contains("openlineage.io/spec");
        assertThat(start.path("run").path("runId").asString()).isEqualTo(RUN.toString());
        assertThat(start.path("job").path("namespace").asString()).isEqualTo("hub");
        assertThat(start.path("job").path("name").asString()).isEqualTo("load");
        JsonNode input = start.path("inputs").path(0);
        assertThat(input.path("namespace").asString()).isEqualTo("file");
        assertThat(input.path("name").asString()).isEqualTo("/srv/crm/customers.csv");
        assertThat(input.path("facets").path("schema").path("fields").path(0).path("name").asString())
                .isEqualTo("customer_no");
        assertThat(input.path("inputFacets").path("inputStatistics").path("rowCount").asInt()).isEqualTo(12);
        JsonNode output = start.path("outputs").path(0);
        assertThat(output.path("name").asString()).isEqualTo("Customer");
        assertThat(output.path("outputFacets").path("outputStatistics").path("rowCount").asInt()).isEqualTo(10);
    }

    @Test
    void isOffUntilAnAddressIsGiven() {
        try (Lineage lineage = new Lineage(new LineageSettings("", null, "hub"))) {
            assertThat(lineage.isOn()).isFalse();
            lineage.tell(event(State.START, null));
        }
    }

    private static LineageEvent event(State state, @Nullable String failure) {
        return new LineageEvent(state, RUN, Instant.parse("2026-11-26T08:00:00Z"), failure,
                List.of(new Dataset("file", "/srv/crm/customers.csv", Map.of("customer_no", "text"), 12)),
                List.of(new Dataset("bolt://graph:7687", "Customer", Map.of(), 10)));
    }
}
