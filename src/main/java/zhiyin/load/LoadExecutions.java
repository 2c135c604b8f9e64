package zhiyin.load;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads as Spring Batch runs them. */
@Component
class LoadExecutions {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final JdbcTemplate jdbc;
    private final Books books;
    private final LoadStops stops;

    LoadExecutions(JobOperator operator, JobRepository repository, Job load, JdbcTemplate jdbc, Books books,
            LoadStops stops) {
        this.operator = operator;
        this.repository = repository;
        this.job = load;
        this.jdbc = jdbc;
        this.books = books;
        this.stops = stops;
    }

    /** The one that was begun last. */
    Optional<JobExecution> latest() {
        return repository.getJobInstances(LoadJob.NAME, 0, 2).stream().map(repository::getLastJobExecution)
                .filter(execution -> execution != null).findFirst();
    }

    /** The one that was begun last, when it has not come to its end. */
    Optional<JobExecution> interrupted() {
        return latest().filter(execution -> execution.getStatus() != BatchStatus.COMPLETED
                && execution.getStatus() != BatchStatus.ABANDONED);
    }

    static long numberOf(JobExecution execution) {
        return LoadRun.of(execution.getJobParameters()).number();
    }

    /** Instances are counted rather than loads: one may have been left behind by a crash before it began. */
    long nextNumber() {
        Long instances = jdbc.queryForObject("SELECT count(*) FROM batch_job_instance WHERE job_name = ?", Long.class,
                LoadJob.NAME);
        return instances == null ? 1 : instances + 1;
    }

    JobExecution begin(LoadRun run) throws JobExecutionException {
        return operator.start(job, run.parameters());
    }

    JobExecution resume(JobExecution interrupted) throws JobExecutionException {
        books.close(interrupted);
        stops.forget(numberOf(interrupted));
        LOG.info("load {}  goes on where it was interrupted", numberOf(interrupted));
        return operator.restart(interrupted);
    }
}
