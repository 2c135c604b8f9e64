package zhiyin.reindex;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

import zhiyin.load.LoadLock;
import zhiyin.reindex.Reindex.ReindexStatus;
import zhiyin.search.IndexRebuild;

/**
 * Starts rebuilds of the search index, one at a time. One that was interrupted goes on where it was. Loads may run beside it,
 * but not at the moments when it begins and ends.
 */
@Service
public class Reindexes {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.reindex");

    private static final String LOCK = "zhiyin.reindex";
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final IndexRebuild rebuild;
    private final ReindexStore store;
    private final LoadLock loads;
    private final Filling filling;
    private final EventFilling events;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("reindex").daemon().unstarted(task));

    Reindexes(IndexRebuild rebuild, ReindexStore store, LoadLock loads, Filling filling,
            EventFilling events) {
        this.rebuild = rebuild;
        this.store = store;
        this.loads = loads;
        this.filling = filling;
        this.events = events;
    }

    /** How a rebuild ended. */
    public sealed interface Outcome {

        /**
         * Readers search the new index.
         *
         * @param customers how many it has
         */
        record Completed(int customers) implements Outcome {}

        /**
         * It could not go on; it goes on from there when it is started again.
         *
         * @param message what went wrong, for people
         */
        record Failed(String message) implements Outcome {}

        /** A load or another rebuild is running. */
        record Busy() implements Outcome {}
    }

    /** Whether one was interrupted and can go on. */
    public boolean isInterrupted() {
        return unfinished().isPresent();
    }

    /** Runs one and waits for its end. */
    public Outcome run(@Nullable String startedBy) {
        Optional<LoadLock.Held> held = loads.acquire(LOCK);
        if (held.isEmpty()) {
            return new Outcome.Busy();
        }
        try (LoadLock.Held _ = held.get()) {
            return begin(startedBy).<Outcome>map(this::finish).orElseGet(Outcome.Busy::new);
        }
    }

    /** Starts one and does not wait. Answers it; empty when a load or another rebuild is running. */
    Optional<Reindex> start(@Nullable String startedBy) {
        return loads.acquire(LOCK).flatMap(held -> start(startedBy, held));
    }

    /** Goes on in the background with one that was interrupted, where there is one. */
    public void resume() {
        if (isInterrupted()) {
            start(null);
        }
    }

    private Optional<Reindex> start(@Nullable String startedBy, LoadLock.Held held) {
        boolean isStarted = false;
        try {
            Optional<Reindex> begun = begin(startedBy);
            begun.ifPresent(reindex -> background.execute(() -> runInBackground(reindex, held)));
            isStarted = begun.isPresent();
            return begun;
        } finally {
            if (!isStarted) {
                held.close();
            }
        }
    }

    private void runInBackground(Reindex reindex, LoadLock.Held held) {
        try (held) {
            if (finish(reindex) instanceof Outcome.Failed failed) {
                LOG.error("{}", failed.message());
            }
        }
    }

    private Optional<Reindex> begin(@Nullable String startedBy) {
        return loads.acquire().map(quiet -> {
            try (quiet) {
                return unfinished().orElseGet(() -> store.begin(rebuild.begin(), startedBy, rebuild.total()));
            }
        });
    }

    /** The latest that did not end well, where its index is still there to go on with. */
    private Optional<Reindex> unfinished() {
        Optional<Reindex> latest = store.find(null).filter(
                reindex -> reindex.status() == ReindexStatus.RUNNING || reindex.status() == ReindexStatus.FAILED);
        Optional<Reindex> usable = latest.filter(
                reindex -> rebuild.isUnderWay(reindex.index()) || rebuild.isSearched(reindex.index()));
        if (usable.isEmpty()) {
            latest.ifPresent(reindex -> store.end(reindex, ReindexStatus.ABANDONED, "Its index is gone"));
        }
        return usable;
    }

    private Outcome finish(Reindex reindex) {
        try {
            int customers = filling.finish(reindex);
            events.finish(reindex);
            store.end(reindex, ReindexStatus.COMPLETED, null);
            LOG.info("reindex {}  completed: {} customers in {}", reindex.number(), customers, reindex.index());
            return new Outcome.Completed(customers);
        } catch (RuntimeException failure) {
            String message = "Reindex %d stopped: %s. It goes on from there when it is started again."
                    .formatted(reindex.number(), failure.getMessage());
            store.end(reindex, ReindexStatus.FAILED, message);
            LOG.debug("Reindex {}", reindex.number(), failure);
            return new Outcome.Failed(message);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        background.shutdownNow();
        background.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
    }
}
