package zhiyin.schedule;

import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.model.LocalizedText;

/**
 * A schedule as {@code etl/schedules.yaml} declares it.
 *
 * @param name        its name
 * @param description what it is for
 * @param work        kind of work: load
 * @param feeds       sources and feeds that the work is restricted to; empty for all
 * @param full        whether files are read that have not changed
 * @param timing      what makes it run
 * @param catchUp     what becomes of runs that were missed
 * @param paused      whether it makes no runs by itself
 * @param retries     how often a run that failed is tried again
 */
record DeclaredSchedule(String name, @Nullable LocalizedText description, String work, List<String> feeds, boolean full,
        Timing timing, CatchUp catchUp, boolean paused, int retries) {}
