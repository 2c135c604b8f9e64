package zhiyin.schedule;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

import zhiyin.relay.Connection;
import zhiyin.relay.PageLoaders;
import zhiyin.relay.PageLoaders.PageOf;
import zhiyin.relay.PageRequest;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class ScheduleController {

    private final Schedules schedules;
    private final Overrides overrides;
    private final Queue queue;

    ScheduleController(Schedules schedules, Overrides overrides, Queue queue, RunHistory history,
            BatchLoaderRegistry loaders) {
        this.schedules = schedules;
        this.overrides = overrides;
        this.queue = queue;
        PageLoaders.register(loaders, "scheduleRuns", history::runsOf);
    }

    @QueryMapping
    List<Schedule> schedules() {
        return schedules.all().stream().map(this::view).toList();
    }

    @QueryMapping
    List<String> scheduleMistakes() {
        return schedules.mistakes();
    }

    @SchemaMapping(typeName = "Schedule")
    CompletableFuture<Connection<ScheduleRun>> runs(Schedule schedule, @Arguments PageRequest page,
            DataLoader<PageOf, Connection<ScheduleRun>> scheduleRuns) {
        return scheduleRuns.load(new PageOf(schedule.name(), page));
    }

    record ScheduleUpdateInput(String schedule, @Nullable String cron, @Nullable String zone, @Nullable CatchUp catchUp,
            @Nullable Boolean paused) {}

    record ScheduleResetInput(String schedule) {}

    /** What came of changing a schedule. */
    record SchedulePayload(@Nullable Schedule schedule, List<ScheduleUserError> userErrors) {}

    @MutationMapping
    SchedulePayload scheduleUpdate(@Argument ScheduleUpdateInput input, Authentication account) {
        Optional<ScheduleInForce> schedule = schedules.find(input.schedule());
        if (schedule.isEmpty()) {
            return new SchedulePayload(null, List.of(ScheduleUserError.unknown(input.schedule())));
        }
        ScheduleOverride wanted = new ScheduleOverride(input.cron(), input.zone(), input.catchUp(), input.paused(),
                account.getName(), queue.now());
        List<ScheduleUserError> errors = OverrideCheck.errorsOf(schedule.get(), wanted);
        if (errors.isEmpty()) {
            overrides.put(input.schedule(), wanted);
        }
        return payload(input.schedule(), errors);
    }

    @MutationMapping
    SchedulePayload scheduleReset(@Argument ScheduleResetInput input) {
        if (schedules.find(input.schedule()).isEmpty()) {
            return new SchedulePayload(null, List.of(ScheduleUserError.unknown(input.schedule())));
        }
        overrides.remove(input.schedule());
        return payload(input.schedule(), List.of());
    }

    private SchedulePayload payload(String schedule, List<ScheduleUserError> errors) {
        return new SchedulePayload(errors.isEmpty() ? schedules.find(schedule).map(this::view).orElse(null) : null,
                errors);
    }

    private Schedule view(ScheduleInForce schedule) {
        return Schedule.of(schedule, queue.now());
    }
}
