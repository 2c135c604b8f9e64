package zhiyin.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A real search server behind a door that is too busy at times: it turns the first bulk request away with 429, the second with
 * 503, and of the third it takes two entries of three.
 */
final class BusySearchServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> HEADERS = Set.of("authorization", "content-type", "accept");

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpServer door;
    private final String server;
    private final AtomicInteger bulks = new AtomicInteger();
    private final AtomicInteger entries = new AtomicInteger();

    BusySearchServer(String host, int port) {
        this.server = "http://%s:%d".formatted(host, port);
        try {
            this.door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        door.createContext("/", this::answer);
        door.start();
    }

    String uri() {
        return "http://127.0.0.1:" + door.getAddress().getPort();
    }

    /** How many entries of bulk requests the server behind the door was given. */
    int entries() {
        return entries.get();
    }

    @Override
    public void close() {
        door.stop(0);
        http.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!exchange.getRequestURI().getPath().endsWith("/_bulk")) {
                pass(exchange, body);
                return;
            }
            switch (bulks.incrementAndGet()) {
                case 1 -> respond(exchange, 429, error("es_rejected_execution_exception", 429));
                case 2 -> respond(exchange, 503, error("unavailable_shards_exception", 503));
                case 3 -> takeSome(exchange, body);
                default -> {
                    entries.addAndGet(operations(body).size());
                    pass(exchange, body);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void pass(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = forward(exchange, body);
        respond(exchange, answer.statusCode(), answer.body());
    }

    private void takeSome(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        List<String> operations = operations(body);
        StringBuilder taken = new StringBuilder();
        for (int at = 0; at < operations.size(); at++) {
            taken.append(at % 3 == 0 ? "" : operations.get(at));
        }
        entries.addAndGet(operations.size() - Math.ceilDiv(operations.size(), 3));
        ObjectNode answer = (ObjectNode) JSON
                .readTree(forward(exchange, taken.toString().getBytes(StandardCharsets.UTF_8)).body());
        List<JsonNode> items = new ArrayList<>(answer.path("items").values());
        ArrayNode all = answer.putArray("items");
        for (int at = 0; at < operations.size(); at++) {
            all.add(at % 3 == 0 ? refused(operations.get(at)) : items.removeFirst());
        }
        answer.put("errors", true);
        respond(exchange, 200, JSON.writeValueAsBytes(answer));
    }

    private static JsonNode refused(String operation) {
        String id = JSON.readTree(operation.lines().findFirst().orElseThrow()).path("index").path("_id").asString();
        return JSON.readTree("""
                {"index": {"_index": "zhiyin-customers", "_id": "%s", "status": 429,
                  "error": {"type": "es_rejected_execution_exception", "reason": "the queue is full"}}}
                """.formatted(id));
    }

    /** The entries of a bulk request, each with its line feeds; all of them put documents. */
    private static List<String> operations(byte[] body) {
        List<String> lines = new String(body, StandardCharsets.UTF_8).lines().toList();
        List<String> operations = new ArrayList<>();
        for (int at = 0; at + 1 < lines.size(); at += 2) {
            operations.add(lines.get(at) + "\n" + lines.get(at + 1) + "\n");
        }
        return operations;
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                request.header(name, values.getFirst());
            }
        });
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void respond(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9");
        boolean isEmpty = body.length == 0;
        exchange.sendResponseHeaders(status, isEmpty ? -1 : body.length);
        if (!isEmpty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] error(String type, int status) {
        return """
                {"error": {"type": "%s", "reason": "too busy", "root_cause": []}, "status": %d}
                """.formatted(type, status).getBytes(StandardCharsets.UTF_8);
    }
}
