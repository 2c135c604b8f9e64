package zhiyin.load;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.stereotype.Service;

import jakarta.annotation.PreDestroy;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.reject.RejectStore;
import zhiyin.source.SourceCatalog;

/** Starts loads, one at a time. A load that was interrupted goes on where it stopped before a new one begins. */
@Service
public class Loads {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");
    private static final Duration LONGEST_SLICE = Duration.ofMinutes(1);

    private final LoadExecutions executions;
    private final NewsForLoad news;
    private final LoadLock lock;
    private final SourceCatalog catalog;
    private final RejectStore rejects;
    private final Tolerated tolerated;
    private final Rehearsal rehearsal;
    private final LoadStops stops;
    private final Watch watch;
    private final LoadReports reports;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("load").daemon().unstarted(task));

    Loads(LoadExecutions executions, NewsForLoad news, LoadLock lock, SourceCatalog catalog, RejectStore rejects,
            Tolerated tolerated, Rehearsal rehearsal, LoadStops stops, Watch watch, LoadReports reports) {
        this.executions = executions;
        this.news = news;
        this.lock = lock;
        this.catalog = catalog;
        this.rejects = rejects;
        this.tolerated = tolerated;
        this.rehearsal = rehearsal;
        this.stops = stops;
        this.watch = watch;
        this.reports = reports;
    }

    /** Whether a load was interrupted, or there is something new: a file, a declaration, a shape of the search index. */
    public boolean isDue() {
        return executions.latest().map(JobExecution::getStatus).filter(BatchStatus.COMPLETED::equals).isEmpty()
                || news.areThere();
    }

    /** The number of the load that was interrupted and goes on when one is started. */
    public Optional<Long> interrupted() {
        return executions.interrupted().map(LoadExecutions::numberOf);
    }

    /** Names of sources and feeds in a request that nobody declares. */
    public List<String> unknownFeeds(LoadRequest request) {
        return request.feeds().unknownTo(catalog);
    }

    /** The declared feeds, as {@code source.feed}. */
    public List<String> feeds() {
        return catalog.sources().stream().flatMap(
                source -> source.feeds().keySet().stream().map(feed -> source.source() + "." + feed)).toList();
    }

    /** Runs a load and waits for its end. */
    public LoadOutcome run(LoadRequest request) {
        Optional<LoadLock.Held> held = lock.acquire();
        if (held.isEmpty()) {
            return new LoadOutcome.AlreadyRunning();
        }
        try (LoadLock.Held mine = held.get()) {
            return finish(request, mine);
        }
    }

    /** Finds out what a load would do, and does none of it. Empty when a load is running. */
    public Optional<LoadPreview> preview(LoadRequest request) {
        return lock.acquire().map(held -> {
            try (held) {
                return rehearsal.of(newRun(request));
            }
        });
    }

    /** Asks a load to stop after its slice, on whichever node it runs. Answers whether it is running. */
    public boolean stop(long number, @Nullable String by) {
        if (executions.latest().filter(latest -> LoadExecutions.numberOf(latest) == number && latest.isRunning())
                .isEmpty()) {
            return false;
        }
        Optional<LoadLock.Held> nobodyRuns = lock.acquire();
        nobodyRuns.ifPresentOrElse(LoadLock.Held::close, () -> stops.ask(number, by));
        return nobodyRuns.isEmpty();
    }

    /**
     * Starts a load and does not wait. Answers its number, which is that of the interrupted load where one goes on first; empty
     * when another load is running.
     */
    public Optional<Long> start(LoadRequest request) {
        return lock.acquire().map(held -> start(request, held));
    }

    private long start(LoadRequest request, LoadLock.Held held) {
        try {
            long number = interrupted().orElseGet(executions::nextNumber);
            background.execute(() -> runInBackground(request, held, number));
            return number;
        } catch (RuntimeException failure) {
            held.close();
            throw failure;
        }
    }

    private void runInBackground(LoadRequest request, LoadLock.Held held, long number) {
        try (held) {
            switch (finish(request, held)) {
                case LoadOutcome.Completed completed -> LOG.debug("{}", completed);
                case LoadOutcome.AlreadyRunning running -> LOG.info("Another node of the hub is loading");
                case LoadOutcome.Stopped stopped -> LOG.info("{}", stopped.message());
                case LoadOutcome.Failed failed -> LOG.error("{}", failed.message());
            }
        } catch (RuntimeException failure) {
            LOG.error("Load {} could not run", number, failure);
        }
    }

    /** A database that is lost takes the books with it: what Batch says then is not what happened. */
    private LoadOutcome finish(LoadRequest request, LoadLock.Held held) {
        try {
            JobExecution ended = execute(request);
            return ended.getStatus() != BatchStatus.COMPLETED && held.isLost() ? databaseLost() : outcome(ended);
        } catch (RuntimeException failure) {
            if (!held.isLost()) {
                throw failure;
            }
            LOG.debug("A load lost its database", failure);
            return databaseLost();
        }
    }

    private LoadOutcome databaseLost() {
        reports.tellDatabaseLost();
        return new LoadOutcome.Failed(null,
                "The load stopped: PostgreSQL, which keeps the books of loads and lets one run at a "
                        + "time, was lost. It goes on from there when it is started again.");
    }

    /** An interrupted load goes on first; the one that was asked for follows when there is something left for it to do. */
    private JobExecution execute(LoadRequest request) {
        try {
            Optional<JobExecution> interrupted = executions.interrupted();
            if (interrupted.isEmpty()) {
                return executions.begin(newRun(request));
            }
            if (request.tolerate()) {
                tolerated.add(LoadExecutions.numberOf(interrupted.get()));
            }
            JobExecution resumed = executions.resume(interrupted.get());
            if (resumed.getStatus() != BatchStatus.COMPLETED
                    || !request.full() && request.trigger() != LoadTrigger.REPLAY && !isDue()) {
                return resumed;
            }
            LOG.info("load {}  completed; the load that was asked for follows", LoadExecutions.numberOf(resumed));
            return executions.begin(newRun(request));
        } catch (JobExecutionException impossible) {
            throw new IllegalStateException("The load could not be started: " + impossible.getMessage(), impossible);
        }
    }

    private LoadRun newRun(LoadRequest request) {
        return new LoadRun(executions.nextNumber(), Instant.now().truncatedTo(ChronoUnit.MILLIS), request);
    }

    private LoadOutcome outcome(JobExecution execution) {
        long number = LoadExecutions.numberOf(execution);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            LOG.info("load {}  completed; {} rows were refused{}", number, rejects.count(number),
                    rejects.count(number) == 0 ? "" : ", see the rejects of the load");
            return new LoadOutcome.Completed(number);
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return new LoadOutcome.Stopped(number,
                    "Load %d was stopped. It goes on from there when it is started again.".formatted(number));
        }
        String cause = execution.getAllFailureExceptions().stream().findFirst().map(Throwable::getMessage)
                .orElse("nobody knows why");
        return new LoadOutcome.Failed(number,
                "Load %d stopped: %s. It goes on from there when it is started again.".formatted(number, cause));
    }

    /** A hub that goes lets its load finish the slice; one that takes too long for that is as good as killed. */
    @PreDestroy
    void close() throws InterruptedException {
        watch.close();
        if (!lock.awaitRelease(LONGEST_SLICE)) {
            LOG.warn("The load has not come to an end within {}; it goes on when it is started again",
                    Patience.words(LONGEST_SLICE));
        }
        background.shutdownNow();
    }
}
