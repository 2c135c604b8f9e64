package zhiyin.verify;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import zhiyin.load.LoadLock;
import zhiyin.load.Loads;
import zhiyin.verify.Verification.VerificationStatus;

/** Starts comparisons of the stores, one at a time and never beside a load. */
@Service
public class Verifications {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.verify");
    private static final int LISTED = 10_000;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final Comparison comparison;
    private final VerificationStore store;
    private final LoadLock lock;
    private final Loads loads;
    private final AtomicInteger drift = new AtomicInteger();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("verify").daemon().unstarted(task));

    Verifications(Comparison comparison, VerificationStore store, LoadLock lock, Loads loads, MeterRegistry meters) {
        this.comparison = comparison;
        this.store = store;
        this.lock = lock;
        this.loads = loads;
        Gauge.builder("zhiyin.drift", drift::get)
                .description("Differences between the stores that the last verify of this node found and left")
                .register(meters);
    }

    /** How a comparison ended. */
    public sealed interface Outcome {

        /**
         * All of it was done.
         *
         * @param number      of the comparison
         * @param tallies     what came of each kind of record
         * @param differences the first of those that were found
         */
        record Completed(int number, List<Tally> tallies, List<Difference> differences) implements Outcome {

            /** How many differences were found. */
            public int found() {
                return tallies.stream().mapToInt(Tally::differences).sum();
            }

            /** How many differences are left. */
            public int left() {
                return found() - tallies.stream().mapToInt(Tally::repaired).sum();
            }
        }

        /**
         * It could not be done.
         *
         * @param message what went wrong, for people
         */
        record Failed(String message) implements Outcome {}
    }

    /** Why a comparison cannot begin. */
    public enum Obstacle {
        /** A load or another comparison is running. */
        ALREADY_RUNNING("A load or another comparison is running. Wait for its end and try again."),
        /** A load was interrupted, so that the graph knows only a part of what staging has. */
        LOAD_INTERRUPTED("A load was interrupted. Start a load, which goes on with it, and then try again.");

        private final String message;

        Obstacle(String message) {
            this.message = message;
        }

        /** What is in the way and what to do, for people. */
        public String message() {
            return message;
        }
    }

    /** Compares, and mends when asked to, and waits for the end. */
    public Outcome run(boolean repair) {
        Optional<LoadLock.Held> held = lock.acquire();
        if (held.isEmpty()) {
            return new Outcome.Failed(Obstacle.ALREADY_RUNNING.message());
        }
        try (LoadLock.Held _ = held.get()) {
            return loads.interrupted().isPresent()
                    ? new Outcome.Failed(Obstacle.LOAD_INTERRUPTED.message())
                    : compare(store.begin(repair, null));
        }
    }

    /** What came of starting a comparison. */
    sealed interface Start {

        /** It runs. */
        record Begun(Verification verification) implements Start {}

        /** Something is in the way. */
        record Refused(Obstacle obstacle) implements Start {}
    }

    /** Starts a comparison and does not wait. */
    Start start(boolean repair, String startedBy) {
        return lock.acquire().map(held -> start(repair, startedBy, held))
                .orElseGet(() -> new Start.Refused(Obstacle.ALREADY_RUNNING));
    }

    private Start start(boolean repair, String startedBy, LoadLock.Held held) {
        boolean isStarted = false;
        try {
            if (loads.interrupted().isPresent()) {
                return new Start.Refused(Obstacle.LOAD_INTERRUPTED);
            }
            Verification begun = store.begin(repair, startedBy);
            background.execute(() -> runInBackground(begun, held));
            isStarted = true;
            return new Start.Begun(begun);
        } finally {
            if (!isStarted) {
                held.close();
            }
        }
    }

    private void runInBackground(Verification verification, LoadLock.Held held) {
        try (held) {
            if (compare(verification) instanceof Outcome.Failed failed) {
                LOG.error("{}", failed.message());
            }
        }
    }

    private Outcome compare(Verification verification) {
        int number = verification.number();
        DifferenceLog found = new DifferenceLog(number, LISTED, store);
        try {
            comparison.run(number, verification.repair(), found);
            found.write();
        } catch (RuntimeException failure) {
            String message = "Verify %d stopped: %s".formatted(number, failure.getMessage());
            store.end(number, VerificationStatus.FAILED, message);
            LOG.debug("Verify {}", number, failure);
            return new Outcome.Failed(message);
        }
        Outcome.Completed completed = new Outcome.Completed(number, store.tallies(number),
                store.differences(number, 0, LISTED));
        drift.set(completed.left());
        store.end(number, status(completed), null);
        LOG.info("verify {}  completed: {} differences, {} left", number, completed.found(), completed.left());
        return completed;
    }

    private static VerificationStatus status(Outcome.Completed completed) {
        if (completed.left() > 0) {
            return VerificationStatus.DIFFERED;
        }
        return completed.found() > 0 ? VerificationStatus.REPAIRED : VerificationStatus.AGREED;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        background.shutdownNow();
        background.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
