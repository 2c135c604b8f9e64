package zhiyin.load;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.parameters.JobParameter;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

import zhiyin.load.LoadRequest.LoadPeriod;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.source.FeedSelection;
import zhiyin.staging.Wanted;

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
                .addString("trigger", request.trigger().name(), false)
                .addString("tolerate", Boolean.toString(request.tolerate()), false);
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

    /** The deliveries that it takes. */
    Wanted wanted() {
        LoadPeriod period = request.period();
        return new Wanted(number, request.feeds(), request.full(), period == null ? null : period.from(),
                period == null ? null : period.until());
    }

    static LoadRun of(JobParameters parameters) {
        return new LoadRun(Objects.requireNonNull(parameters.getLong("load")),
                Instant.parse(Objects.requireNonNull(parameters.getString("at"))),
                request(name -> text(parameters, name)));
    }

    private static @Nullable String text(JobParameters parameters, String name) {
        JobParameter<?> parameter = parameters.getParameter(name);
        return parameter == null ? null : String.valueOf(parameter.value());
    }

    /** The request that was written into parameters of these names. */
    static LoadRequest request(Function<String, @Nullable String> parameters) {
        String feeds = parameters.apply("feeds");
        String trigger = parameters.apply("trigger");
        return new LoadRequest(Boolean.parseBoolean(parameters.apply("full")),
                feeds == null ? FeedSelection.ALL : new FeedSelection(List.of(feeds.split(SEPARATOR, -1))),
                trigger == null ? LoadTrigger.START : LoadTrigger.valueOf(trigger), parameters.apply("startedBy"),
                period(parameters.apply("from"), parameters.apply("until")),
                Boolean.parseBoolean(parameters.apply("tolerate")));
    }

    private static @Nullable LoadPeriod period(@Nullable String from, @Nullable String until) {
        return from == null || until == null ? null : new LoadPeriod(Instant.parse(from), Instant.parse(until));
    }
}
