package zhiyin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A subscription by server-sent events, read line by line as it comes. */
public final class HubEvents implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> response;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private HubEvents(HttpRequest request) {
        try {
            response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        Thread.ofVirtual().start(this::read);
    }

    static HubEvents of(HttpRequest.Builder request, String document) {
        return new HubEvents(request.header("Accept", "text/event-stream").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(
                        Map.of("query", document))))
                .build());
    }

    private void read() {
        try (Stream<String> all = response.body()) {
            all.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            lines.add("closed: " + closed.getMessage());
        }
    }

    /** The status of the answer. */
    public int status() {
        return response.statusCode();
    }

    /** The next event that carries something. */
    public JsonNode next() throws InterruptedException {
        return JsonMapper.shared().readTree(lineThat("data:{").substring("data:".length()));
    }

    /** The next event that tells of errors; others before it are passed over. */
    public JsonNode nextWithErrors() throws InterruptedException {
        JsonNode event = next();
        while (event.path("errors").isEmpty()) {
            event = next();
        }
        return event;
    }

    /** Waits until the hub says that it is over. */
    public void awaitComplete() throws InterruptedException {
        lineThat("event:complete");
    }

    /** Waits for a sign of life when there is nothing to tell. */
    public void awaitKeepAlive() throws InterruptedException {
        lineThat(":");
    }

    private String lineThat(String begins) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            String line = lines.poll(100, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(begins)) {
                return line;
            }
        }
        throw new AssertionError("No line came that begins with " + begins);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
