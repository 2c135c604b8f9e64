package zhiyin.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import zhiyin.schedule.Run.Status;
import zhiyin.schedule.Runs.Wanted;
import zhiyin.schedule.ScheduledWork.Cause;

/** Finds the runs of a schedule that are missing in a range of days, and enqueues them. */
@Component
class Backfill {

    /** More runs are refused: whoever wants them asks for the days in parts. */
    static final int MOST = 1_000;

    private static final int MOST_LOOKED_AT = 100_000;

    private final Runs runs;
    private final Queue queue;

    Backfill(Runs runs, Queue queue) {
        this.runs = runs;
        this.queue = queue;
    }

    /** Which runs that there were already are run once more, as the schema describes it. */
    enum Reprocess {
        NONE, FAILED, COMPLETED;

        /** Whether a run is wanted of a date whose run stands so; null when the date has none. */
        boolean wants(@Nullable Status before) {
            if (before == null) {
                return true;
            }
            return switch (before) {
                case CANCELLED -> true;
                case FAILED -> this != NONE;
                case COMPLETED -> this == COMPLETED;
                case WAITING, RUNNING -> false;
            };
        }
    }

    /**
     * A run that a backfill brings.
     *
     * @param period what it covers
     * @param before how the run stood that its date had; null when it had none
     */
    record Missing(Period period, @Nullable Status before) {

        Instant logicalDate() {
            return period.from();
        }
    }

    /**
     * The runs that are missing, oldest first; one more than {@link #MOST} when there are more.
     *
     * @param schedule  whose runs
     * @param cron      its cron
     * @param first     first day, in the cron's zone, on which what they cover begins
     * @param last      last such day
     * @param reprocess which runs that there were are run once more
     */
    List<Missing> missing(ScheduleInForce schedule, Cron cron, LocalDate first, LocalDate last, Reprocess reprocess) {
        Instant begin = startOf(first, cron.zone());
        Instant end = startOf(last.plusDays(1), cron.zone());
        List<Period> ended = cron.periods(begin, earlier(queue.now(), cron.next(end.minusMillis(1))), MOST_LOOKED_AT)
                .stream()
                .filter(period -> !period.from().isBefore(begin) && period.from().isBefore(end)).toList();
        Map<Instant, Status> statuses = runs.statuses(schedule.name(), begin, end);
        return ended.stream().map(period -> new Missing(period, statuses.get(period.from())))
                .filter(run -> reprocess.wants(run.before())).limit(MOST + 1L).toList();
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other == null || one.isBefore(other) ? one : other;
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Enqueues them. Answers those that were still missing. */
    List<Missing> enqueue(ScheduleInForce schedule, List<Missing> missing, String askedBy) {
        return missing.stream().filter(run -> queue.addOrRepeat(new Wanted(
                new RunKey(schedule.name(), run.logicalDate()), run.period(), Cause.BACKFILL, askedBy))).toList();
    }
}
