package zhiyin.schedule;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import zhiyin.relay.Cursor;
import zhiyin.schedule.ScheduledWork.Cause;

/**
 * One run of a schedule.
 *
 * @param key     which run of which schedule
 * @param covers  the time that it covers; null when it covers whatever lies there
 * @param cause   what asked for it
 * @param askedBy account that asked for it; null when none did
 * @param dueAt   from when on it may start
 * @param state   how far it is
 */
record Run(RunKey key, @Nullable Period covers, Cause cause, @Nullable String askedBy, Instant dueAt, State state) {

    static final String LIST = "scheduleRuns";

    /** Where a run stands, as the schema describes it. */
    enum Status {
        WAITING, RUNNING, COMPLETED, FAILED, CANCELLED
    }

    /**
     * How far a run is.
     *
     * @param status    where it stands
     * @param startedAt when it was last started
     * @param endedAt   when it ended
     * @param failures  how often it failed
     * @param load      number of the load that did it
     * @param message   what went wrong, or what it waits for
     */
    record State(Status status, @Nullable Instant startedAt, @Nullable Instant endedAt, int failures,
            @Nullable Long load, @Nullable String message) {}

    String id() {
        return key.id();
    }

    Cursor position() {
        return Cursor.at(LIST, dueAt.toString(), key.logicalDate().toString());
    }
}
