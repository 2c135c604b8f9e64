package zhiyin.load;

import java.time.Instant;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * One load, through all its interruptions.
 *
 * @param number counted from 1
 * @param at     when it was first started: the {@code updatedAt} of all that it changes
 * @param full   whether files are read that have not changed
 */
record LoadRun(long number, Instant at, boolean full) {

    JobParameters parameters() {
        return new JobParametersBuilder().addLong("load", number).addString("at", at.toString(), false)
                .addString("full", Boolean.toString(full), false).toJobParameters();
    }

    static LoadRun of(JobParameters parameters) {
        return new LoadRun(java.util.Objects.requireNonNull(parameters.getLong("load")),
                Instant.parse(java.util.Objects.requireNonNull(parameters.getString("at"))),
                Boolean.parseBoolean(parameters.getString("full")));
    }
}
