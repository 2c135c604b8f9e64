package zhiyin.schedule;

import java.time.Duration;

/** What makes a schedule run. */
sealed interface Timing {

    /** The clock. */
    record ByCron(Cron cron) implements Timing {}

    /** The completion of a run of another schedule, whose period it takes over. */
    record After(String schedule) implements Timing {}

    /**
     * Files that arrive in the input folder.
     *
     * @param files glob, relative to the input folder
     * @param every how often it is looked for them
     */
    record OnFiles(String files, Duration every) implements Timing {}
}
