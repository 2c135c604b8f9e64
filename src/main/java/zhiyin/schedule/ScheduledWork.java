package zhiyin.schedule;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A kind of work that schedules can run. A module offers one bean for each. */
public interface ScheduledWork {

    /** What schedules call it: {@code load}. */
    String name();

    /**
     * What is wrong with restricting it to these feeds, in a sentence; null when nothing is. Not asked when a schedule names none.
     */
    @Nullable
    String mistakeIn(List<String> feeds);

    /** Does it and waits for its end. An exception counts as a failure. */
    Result run(Order order);

    /**
     * What is to be done, and why.
     *
     * @param schedule  name of the schedule
     * @param cause     what asked for it
     * @param startedBy the schedule, or the account that asked for a run by hand
     * @param feeds     sources and feeds that it is restricted to; empty for all
     * @param full      whether files are read that have not changed
     * @param from      begin of the time that it covers; null when it covers whatever lies there
     * @param until     end of the time that it covers, not part of it
     */
    record Order(String schedule, Cause cause, String startedBy, List<String> feeds, boolean full,
            @Nullable Instant from, @Nullable Instant until) {}

    /** What asks for a run, as the schema describes it. */
    enum Cause {
        SCHEDULE, AFTER, FILE_ARRIVAL, BACKFILL, USER
    }

    /** How it ended. */
    sealed interface Result {

        /**
         * All of it was done.
         *
         * @param load number of the load that did it; null when it was none
         */
        record Completed(@Nullable Long load) implements Result {}

        /**
         * It could not be done.
         *
         * @param load    number of the load that tried; null when there was none
         * @param message what went wrong, for people
         */
        record Failed(@Nullable Long load, String message) implements Result {}

        /**
         * It has to wait for its turn.
         *
         * @param message what it waits for, for people
         */
        record Busy(String message) implements Result {}
    }
}
