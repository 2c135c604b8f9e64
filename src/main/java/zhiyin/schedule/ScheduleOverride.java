package zhiyin.schedule;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What somebody set otherwise than declared; null for what is left as declared.
 *
 * @param cron      cron expression
 * @param zone      its time zone
 * @param catchUp   what becomes of runs that were missed
 * @param paused    whether it makes no runs by itself
 * @param changedBy account that changed it last
 * @param changedAt when
 */
record ScheduleOverride(@Nullable String cron, @Nullable String zone, @Nullable CatchUp catchUp,
        @Nullable Boolean paused, String changedBy, Instant changedAt) {}
