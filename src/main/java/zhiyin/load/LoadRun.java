package zhiyin.load;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

import zhiyin.load.LoadRequest.LoadPeriod;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.source.FeedSelection;

/**
 * One load, through all its interruptions.
 *
 * @param number  counted from 1
 * @param at      when it was first started: the {@code updatedAt} of all that it changes
 * @param request what it was asked to do
 */
record LoadRun(long number, Instant at, LoadRequest request) {

    private static final String SEPARATOR = ",";

    JobParameters parameters() {
        JobParametersBuilder parameters = new JobParametersBuilder().addLong("load", number)
                .addString("at", at.toString(), false)
                .addString("full", Boolean.toString(request.full()), false)
                .addString("trigger", request.trigger().name(), false);
        if (!request.feeds().names().isEmpty()) {
            parameters.addString("feeds", String.join(SEPARATOR, request.feeds().names()), false);
        }
        if (request.startedBy() != null) {
            parameters.addString("startedBy", request.startedBy(), false);
        }
        if (request.period() != null) {
            parameters.addString("from", request.period().from().toString(), false);
            parameters.addString("until", request.period().until().toString(), false);
        }
        return parameters.toJobParameters();
    }

    static LoadRun of(JobParameters parameters) {
        return new LoadRun(Objects.requireNonNull(parameters.getLong("load")), Instant.parse(text(parameters, "at")),
                new LoadRequest(Boolean.parseBoolean(text(parameters, "full")), feeds(parameters.getString("feeds")),
                        trigger(parameters.getString("trigger")), parameters.getString("startedBy"),
                        period(parameters)));
    }

    private static String text(JobParameters parameters, String name) {
        return Objects.requireNonNull(parameters.getString(name));
    }

    private static FeedSelection feeds(@Nullable String names) {
        return names == null
                ? FeedSelection.ALL
                : new FeedSelection(List.copyOf(Arrays.asList(names.split(SEPARATOR))));
    }

    private static LoadTrigger trigger(@Nullable String name) {
        return name == null ? LoadTrigger.START : LoadTrigger.valueOf(name);
    }

    private static @Nullable LoadPeriod period(JobParameters parameters) {
        String from = parameters.getString("from");
        return from == null ? null : new LoadPeriod(Instant.parse(from), Instant.parse(text(parameters, "until")));
    }
}
