package zhiyin.schedule;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import zhiyin.relay.Entity;
import zhiyin.schedule.Run.Status;
import zhiyin.schedule.ScheduledWork.Cause;

/** A run of a schedule as the schema describes it. */
record ScheduleRun(String id, String schedule, Instant logicalDate, @Nullable Period covers, Cause cause,
        @Nullable String askedBy, Instant startsAt, Status status, @Nullable Instant startedAt,
        @Nullable Instant endedAt, int failures, @Nullable Integer loadNumber, @Nullable String message)
        implements
            Entity {

    static ScheduleRun of(Run run) {
        Run.State state = run.state();
        return new ScheduleRun(run.id(), run.key().schedule(), run.key().logicalDate(), run.covers(), run.cause(),
                run.askedBy(), run.dueAt(), state.status(), state.startedAt(), state.endedAt(), state.failures(),
                state.load() == null ? null : Math.toIntExact(state.load()), state.message());
    }
}
