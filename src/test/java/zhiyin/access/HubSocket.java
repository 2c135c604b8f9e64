package zhiyin.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A WebSocket to the hub that speaks {@code graphql-transport-ws}. */
public final class HubSocket implements WebSocket.Listener, AutoCloseable {

    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private @Nullable WebSocket socket;

    private HubSocket() {}

    static HubSocket open(String port, String... headers) {
        HubSocket opened = new HubSocket();
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder()
                .subprotocols("graphql-transport-ws");
        for (int header = 0; header < headers.length; header += 2) {
            builder.header(headers[header], headers[header + 1]);
        }
        opened.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), opened).join();
        return opened;
    }

    /** Says who is there, by a token. */
    public HubSocket init(String token) {
        return send("{\"type\":\"connection_init\",\"payload\":{\"Authorization\":\"Bearer " + token + "\"}}");
    }

    /** Subscribes. */
    public HubSocket subscribe(String id, String document) {
        return send(JsonMapper.shared().writeValueAsString(
                Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document))));
    }

    /** Sends whatever text. */
    public HubSocket send(String text) {
        java.util.Objects.requireNonNull(socket).sendText(text, true).join();
        return this;
    }

    /** The next message of a type; pings and others before it are passed over. */
    public JsonNode next(String type) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            JsonNode message = messages.poll(100, TimeUnit.MILLISECONDS);
            if (message != null && message.path("type").asString().equals(type)) {
                return message;
            }
        }
        throw new AssertionError("No message came of type " + type);
    }

    /** The code that the hub closes it with. */
    public int awaitClose() throws InterruptedException {
        Integer code = closed.poll(20, TimeUnit.SECONDS);
        if (code == null) {
            throw new AssertionError("It was not closed");
        }
        return code;
    }

    /** Whether the hub lets it in rather than closes it. */
    public boolean isAcknowledged() throws InterruptedException {
        while (closed.isEmpty()) {
            JsonNode message = messages.poll(100, TimeUnit.MILLISECONDS);
            if (message != null && message.path("type").asString().equals("connection_ack")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            messages.add(JsonMapper.shared().readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.add(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        closed.add(-1);
    }

    @Override
    public void close() {
        java.util.Objects.requireNonNull(socket).abort();
    }
}
