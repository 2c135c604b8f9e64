package zhiyin.load;

import java.time.LocalDateTime;
import java.time.ZoneId;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Closes what Spring Batch's books left open when a hub died or the database was lost. Batch itself leaves a commit of which
 * nobody knows whether it was done to people; a load may go on from either side of it, since each slice may be repeated.
 */
@Component
class Books {

    private final JobRepository repository;

    Books(JobRepository repository) {
        this.repository = repository;
    }

    /** Closes all runs of a load. To be called by who holds the lock: then none of them is running. */
    void close(JobExecution interrupted) {
        repository.getJobExecutions(interrupted.getJobInstance()).forEach(this::closeRun);
    }

    private void closeRun(JobExecution run) {
        run.getStepExecutions().stream().filter(step -> isOpen(step.getStatus())).forEach(this::closeStep);
        if (isOpen(run.getStatus())) {
            run.setStatus(BatchStatus.FAILED);
            run.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
            repository.update(run);
        }
    }

    private void closeStep(StepExecution step) {
        step.setStatus(BatchStatus.FAILED);
        step.setEndTime(LocalDateTime.now(ZoneId.systemDefault()));
        repository.update(step);
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN;
    }
}
