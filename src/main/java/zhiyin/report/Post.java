package zhiyin.report;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends requests in the background, one after the other, each again and again until it is taken or given up. */
final class Post implements AutoCloseable {

    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.report");
    private static final Duration LAST_CHANCE = Duration.ofSeconds(15);
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final int attempts;
    private final Duration firstPause;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ExecutorService sender = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());

    Post(int attempts, Duration firstPause) {
        this.attempts = attempts;
        this.firstPause = firstPause;
    }

    /** Sends a request some time; what it carries is named in the log when nobody takes it. */
    void send(String what, HttpRequest request) {
        sender.execute(() -> sendUntilTaken(what, request));
    }

    private void sendUntilTaken(String what, HttpRequest request) {
        try {
            String answer = attempt(request);
            Duration pause = firstPause;
            for (int attempt = 1; attempt < attempts && !answer.isEmpty(); attempt++) {
                Thread.sleep(pause);
                pause = pause.multipliedBy(2);
                answer = attempt(request);
            }
            if (!answer.isEmpty()) {
                LOG.warn("{} was not taken by {} in {} attempts: {}", what, request.uri(), attempts, answer);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            LOG.warn("{} was not sent: the hub stopped before it was taken", what);
        }
    }

    /** What went wrong; nothing when it was taken. */
    private String attempt(HttpRequest request) throws InterruptedException {
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status >= OK && status < REDIRECTED ? "" : "it answered " + status;
        } catch (IOException unreachable) {
            return unreachable.toString();
        }
    }

    /** A hub that goes, such as the command that loads, gives what is not sent yet a last chance. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("{} are left unsent", sender.shutdownNow().size());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }
}
