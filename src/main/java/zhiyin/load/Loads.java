package zhiyin.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

import jakarta.annotation.PreDestroy;

import zhiyin.search.CustomerIndex;
import zhiyin.staging.Landing;

/** Starts loads, one at a time. A load that was interrupted goes on where it stopped before a new one begins. */
@Service
public class Loads {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final LoadLock lock;
    private final JdbcTemplate jdbc;
    private final Landing landing;
    private final RejectStore rejects;
    private final Declarations declarations;
    private final CustomerIndex index;
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("load").daemon().unstarted(task));

    Loads(JobOperator operator, JobRepository repository, Job load, LoadLock lock, JdbcTemplate jdbc, Landing landing,
            RejectStore rejects, Declarations declarations, CustomerIndex index) {
        this.operator = operator;
        this.repository = repository;
        this.job = load;
        this.lock = lock;
        this.jdbc = jdbc;
        this.landing = landing;
        this.rejects = rejects;
        this.declarations = declarations;
        this.index = index;
    }

    /** How a load ended. */
    public sealed interface Outcome {

        /** All of it was done, or there was nothing to do. */
        record Completed() implements Outcome {}

        /**
         * It could not go on; it goes on from there when it is started again.
         *
         * @param message what went wrong, for people
         */
        record Failed(String message) implements Outcome {}

        /** Another load is running. */
        record AlreadyRunning() implements Outcome {}
    }

    /** Whether a load was interrupted, or there is something new: a file, a declaration, a shape of the search index. */
    public boolean isDue() {
        JobExecution latest = latest();
        return latest == null || latest.getStatus() != BatchStatus.COMPLETED || !landing.pending().isEmpty()
                || declarations.changed() || !index.isCurrent();
    }

    /** Runs a load and waits for its end. */
    public Outcome run(boolean full) {
        Optional<LoadLock.Held> held = lock.acquire();
        if (held.isEmpty()) {
            return new Outcome.AlreadyRunning();
        }
        try (LoadLock.Held _ = held.get()) {
            return outcome(execute(full));
        }
    }

    /** Starts a load and does not wait. Answers its number; empty when another load is running. */
    Optional<Long> start(boolean full) {
        Optional<LoadLock.Held> held = lock.acquire();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        long number = isInterrupted(latest()) ? numberOf(java.util.Objects.requireNonNull(latest())) : nextNumber();
        background.execute(() -> {
            try (LoadLock.Held _ = held.get()) {
                outcome(execute(full));
            } catch (RuntimeException failure) {
                LOG.error("Load {} could not run", number, failure);
            }
        });
        return Optional.of(number);
    }

    private JobExecution execute(boolean full) {
        JobExecution latest = latest();
        try {
            if (latest != null && isInterrupted(latest)) {
                JobExecution stopped = latest.isRunning() ? operator.recover(latest) : latest;
                LOG.info("load {}  goes on where it was interrupted", numberOf(latest));
                return operator.restart(stopped);
            }
            LoadRun run = new LoadRun(nextNumber(), Instant.now().truncatedTo(ChronoUnit.MILLIS), full);
            return operator.start(job, run.parameters());
        } catch (JobExecutionException impossible) {
            throw new IllegalStateException("The load could not be started: " + impossible.getMessage(), impossible);
        }
    }

    private Outcome outcome(JobExecution execution) {
        long number = numberOf(execution);
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            LOG.info("load {}  completed; {} rows were refused{}", number, rejects.count(number),
                    rejects.count(number) == 0 ? "" : ", see the rejects of the load");
            return new Outcome.Completed();
        }
        String cause = execution.getAllFailureExceptions().stream().findFirst().map(Throwable::getMessage)
                .orElse("it was stopped");
        return new Outcome.Failed(
                "Load %d stopped: %s. It goes on from there when it is started again.".formatted(number, cause));
    }

    private static boolean isInterrupted(@Nullable JobExecution execution) {
        return execution != null && execution.getStatus() != BatchStatus.COMPLETED
                && execution.getStatus() != BatchStatus.ABANDONED;
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

    @PreDestroy
    void stop() {
        background.shutdownNow();
    }
}
