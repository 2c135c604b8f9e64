package zhiyin.load;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import zhiyin.graph.GraphFaults;
import zhiyin.search.SearchAwayException;

/**
 * Lets a load wait for a store that is away or busy, with longer and longer pauses, rather than end over it. A thing of loads
 * alone: people who read are told at once.
 */
@Component
class Patience {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int DEEPEST_CAUSE = 20;

    private final Duration limit;
    private final Watch watch;
    private final MeterRegistry meters;

    Patience(LoadSettings settings, Watch watch, MeterRegistry meters) {
        this.limit = settings.patience();
        this.watch = watch;
        this.meters = meters;
    }

    /** Whether the load is to stop here, waiting or not. */
    boolean isOver(LoadRun run) {
        return watch.isToStop(run);
    }

    /** Begins to wait in a step of a load. */
    Waiting begin(LoadRun run, String step, Throwable failure) {
        Waiting waiting = new Waiting(run, step, store(failure).orElse(""), System.nanoTime());
        Counter.builder("zhiyin.load.waits").description("Times that a load waited for a store")
                .tag("store", waiting.store).register(meters).increment();
        Progress.LOG.warn("load {}  {}: {} does not answer ({}); the load waits for it, up to {}", run.number(), step,
                waiting.store, firstLine(failure), words(limit));
        return waiting;
    }

    /** Whether a fault is a store's that may be back in a while. */
    static boolean isPassing(Throwable failure) {
        return store(failure).isPresent();
    }

    private static Optional<String> store(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST_CAUSE)
                .flatMap(cause -> Stream.ofNullable(GraphFaults.isPassing(cause)
                        ? "Neo4j"
                        : cause instanceof SearchAwayException ? "Elasticsearch" : null))
                .findFirst();
    }

    /** One time of waiting, told once when it begins and once when it ends. */
    final class Waiting {

        private final LoadRun run;
        private final String step;
        private final String store;
        private final long since;
        private Duration pause = FIRST_PAUSE;

        private Waiting(LoadRun run, String step, String store, long since) {
            this.run = run;
            this.step = step;
            this.store = store;
            this.since = since;
        }

        /** Lets some time pass before the next attempt. */
        void pause(Throwable failure) {
            Duration left = limit.minus(waited());
            if (!left.isPositive()) {
                throw new PatienceExhaustedException("%s has not answered for %s (%s)".formatted(store, words(limit),
                        firstLine(failure)), failure);
            }
            double share = ThreadLocalRandom.current().nextDouble(0.5, 1.0);
            watch.pause(shorter(Duration.ofMillis(Math.round(pause.toMillis() * share)), left));
            pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
        }

        private Duration waited() {
            return Duration.ofNanos(System.nanoTime() - since);
        }

        void end() {
            Progress.LOG.info("load {}  {}: {} answers again after {}; the load goes on", run.number(), step, store,
                    words(waited()));
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    static String words(Duration time) {
        long seconds = time.toSeconds();
        return seconds >= 60 && seconds % 60 == 0 ? count(seconds / 60, "minute") : count(seconds, "second");
    }

    private static String count(long number, String unit) {
        return number == 1 ? "1 " + unit : "%d %ss".formatted(number, unit);
    }
}
