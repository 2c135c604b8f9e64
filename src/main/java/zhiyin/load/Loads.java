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
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

import jakarta.annotation.PreDestroy;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.reject.RejectStore;
import zhiyin.search.CustomerIndex;
import zhiyin.search.EventIndexes;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing;

/** Starts loads, one at a time. A load that was interrupted goes on where it stopped before a new one begins. */
@Service
public class Loads {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");
    private static final Duration LONGEST_SLICE = Duration.ofMinutes(1);

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final LoadLock lock;
    private final JdbcTemplate jdbc;
    private final SourceCatalog catalog;
    private final Landing landing;
    private final RejectStore rejects;
    private final Tolerated tolerated;
    private final Rehearsal rehearsal;
    private final Declarations declarations;
    private final ToldGraph toldGraph;
    private final CustomerIndex index;
    private final EventIndexes events;
    private final Books books;
    private final LoadStops stops;
    private final Watch watch;
    private final LoadReports reports;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("load").daemon().unstarted(task));

    Loads(JobOperator operator, JobRepository repository, Job load, LoadLock lock, JdbcTemplate jdbc,
            SourceCatalog catalog, Landing landing,
            RejectStore rejects, Tolerated tolerated, Rehearsal rehearsal, Declarations declarations,
            ToldGraph toldGraph, CustomerIndex index, EventIndexes events, Books books, LoadStops stops,
            Watch watch, LoadReports reports) {
        this.operator = operator;
        this.repository = repository;
        this.job = load;
        this.lock = lock;
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.landing = landing;
        this.rejects = rejects;
        this.tolerated = tolerated;
        this.rehearsal = rehearsal;
        this.declarations = declarations;
        this.toldGraph = toldGraph;
        this.index = index;
        this.events = events;
        this.books = books;
        this.stops = stops;
        this.watch = watch;
        this.reports = reports;
    }

    /** How a load ended. */
    public sealed interface Outcome {

        /**
         * All of it was done, or there was nothing to do.
         *
         * @param load its number
         */
        record Completed(long load) implements Outcome {}

        /**
         * It could not go on; it goes on from there when it is started again.
         *
         * @param load    its number; null when the database that counts loads was lost
         * @param message what went wrong, for people
         */
        record Failed(@Nullable Long load, String message) implements Outcome {}

        /**
         * It was asked to stop; it goes on from there when it is started again.
         *
         * @param load    its number
         * @param message the same, for people
         */
        record Stopped(long load, String message) implements Outcome {}

        /** Another load is running. */
        record AlreadyRunning() implements Outcome {}
    }

    /** Whether a load was interrupted, or there is something new: a file, a declaration, a shape of the search index. */
    public boolean isDue() {
        JobExecution latest = latest();
        return latest == null || latest.getStatus() != BatchStatus.COMPLETED || !landing.due().isEmpty()
                || declarations.changed() || !areStoresTold();
    }

    /** The number of the load that was interrupted and goes on when one is started. */
    public Optional<Long> interrupted() {
        return Optional.ofNullable(latest()).filter(Loads::isInterrupted).map(Loads::numberOf);
    }

    /** A load tells of a store that does not answer; who asks whether one is due shall not fail over it. */
    private boolean areStoresTold() {
        try {
            return index.isCurrent() && events.areCurrent() && !toldGraph.isAnother();
        } catch (DataAccessException silent) {
            LOG.warn("Whether graph and search are those that were told cannot be found out: {}", silent.getMessage());
            return false;
        }
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
    public Outcome run(LoadRequest request) {
        Optional<LoadLock.Held> held = lock.acquire();
        if (held.isEmpty()) {
            return new Outcome.AlreadyRunning();
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
        JobExecution latest = latest();
        if (latest == null || numberOf(latest) != number || !latest.isRunning()) {
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
            JobExecution latest = latest();
            long number = latest != null && isInterrupted(latest) ? numberOf(latest) : nextNumber();
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
                case Outcome.Completed completed -> LOG.debug("{}", completed);
                case Outcome.AlreadyRunning running -> LOG.info("Another node of the hub is loading");
                case Outcome.Stopped stopped -> LOG.info("{}", stopped.message());
                case Outcome.Failed failed -> LOG.error("{}", failed.message());
            }
        } catch (RuntimeException failure) {
            LOG.error("Load {} could not run", number, failure);
        }
    }

    /** A database that is lost takes the books with it: what Batch says then is not what happened. */
    private Outcome finish(LoadRequest request, LoadLock.Held held) {
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

    private Outcome databaseLost() {
        reports.tellDatabaseLost();
        return new Outcome.Failed(null,
                "The load stopped: PostgreSQL, which keeps the books of loads and lets one run at a "
                        + "time, was lost. It goes on from there when it is started again.");
    }

    /** An interrupted load goes on first; the one that was asked for follows when there is something left for it to do. */
    private JobExecution execute(LoadRequest request) {
        JobExecution latest = latest();
        try {
            if (latest == null || !isInterrupted(latest)) {
                return begin(request);
            }
            if (request.tolerate()) {
                tolerated.add(numberOf(latest));
            }
            JobExecution resumed = resume(latest);
            if (resumed.getStatus() != BatchStatus.COMPLETED
                    || !request.full() && request.trigger() != LoadTrigger.REPLAY && !isDue()) {
                return resumed;
            }
            LOG.info("load {}  completed; the load that was asked for follows", numberOf(resumed));
            return begin(request);
        } catch (JobExecutionException impossible) {
            throw new IllegalStateException("The load could not be started: " + impossible.getMessage(), impossible);
        }
    }

    private JobExecution begin(LoadRequest request) throws JobExecutionException {
        return operator.start(job, newRun(request).parameters());
    }

    private LoadRun newRun(LoadRequest request) {
        return new LoadRun(nextNumber(), Instant.now().truncatedTo(ChronoUnit.MILLIS), request);
    }

    private JobExecution resume(JobExecution interrupted) throws JobExecutionException {
        books.close(interrupted);
        stops.forget(numberOf(interrupted));
        LOG.info("load {}  goes on where it was interrupted", numberOf(interrupted));
        return operator.restart(interrupted);
    }

    private Outcome outcome(JobExecution execution) {
        long number = numberOf(execution);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            LOG.info("load {}  completed; {} rows were refused{}", number, rejects.count(number),
                    rejects.count(number) == 0 ? "" : ", see the rejects of the load");
            return new Outcome.Completed(number);
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            return new Outcome.Stopped(number,
                    "Load %d was stopped. It goes on from there when it is started again.".formatted(number));
        }
        String cause = execution.getAllFailureExceptions().stream().findFirst().map(Throwable::getMessage)
                .orElse("nobody knows why");
        return new Outcome.Failed(number,
                "Load %d stopped: %s. It goes on from there when it is started again.".formatted(number, cause));
    }

    private static boolean isInterrupted(JobExecution execution) {
        return execution.getStatus() != BatchStatus.COMPLETED && execution.getStatus() != BatchStatus.ABANDONED;
    }

    private @Nullable JobExecution latest() {
        return repository.getJobInstances(LoadJob.NAME, 0, 2).stream().map(repository::getLastJobExecution)
                .filter(execution -> execution != null).findFirst().orElse(null);
    }

    private static long numberOf(JobExecution execution) {
        return LoadRun.of(execution.getJobParameters()).number();
    }

    /** Instances are counted rather than loads: one may have been left behind by a crash before it began. */
    private long nextNumber() {
        Long instances = jdbc.queryForObject("SELECT count(*) FROM batch_job_instance WHERE job_name = ?", Long.class,
                LoadJob.NAME);
        return instances == null ? 1 : instances + 1;
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
