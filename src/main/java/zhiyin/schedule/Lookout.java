package zhiyin.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import zhiyin.schedule.Runs.Wanted;
import zhiyin.schedule.ScheduledWork.Cause;

/** Looks which schedules are due, and enqueues their runs. It does no work itself: it is done in a moment, on one node. */
@Component
class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.schedule");

    /** More runs of one schedule are not caught up at once; a backfill brings the rest. */
    static final int MOST = 1_000;

    private final Schedules schedules;
    private final Queue queue;
    private final Marks marks;
    private final Arrivals arrivals;
    private final TransactionOperations transactions;
    private final ScheduleSettings settings;

    Lookout(Schedules schedules, Queue queue, Marks marks, Arrivals arrivals, TransactionOperations transactions,
            ScheduleSettings settings) {
        this.schedules = schedules;
        this.queue = queue;
        this.marks = marks;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Looks at all of them once. One that cannot be looked at keeps no other from its runs. */
    void look() {
        for (ScheduleInForce schedule : schedules.all()) {
            try {
                transactions.executeWithoutResult(status -> look(schedule, queue.now()));
            } catch (RuntimeException failure) {
                LOG.error("Whether schedule {} is due cannot be found out; it is tried again in {} s", schedule.name(),
                        settings.look().toSeconds(), failure);
            }
        }
        queue.placeForgotten();
    }

    private void look(ScheduleInForce schedule, Instant now) {
        Optional<Instant> seen = marks.lock(schedule.name());
        switch (schedule.timing()) {
            case Timing.ByCron(Cron cron) -> {
                seen.ifPresent(since -> enqueue(schedule, cron.periods(since, now, MOST), now));
                marks.set(schedule.name(), now);
            }
            case Timing.OnFiles onFiles -> look(schedule, onFiles, seen, now);
            case Timing.After after -> LOG.trace("{} waits for {}", schedule.name(), after.schedule());
        }
    }

    private void enqueue(ScheduleInForce schedule, List<Period> ended, Instant now) {
        if (schedule.paused() || ended.isEmpty()) {
            return;
        }
        List<Period> wanted = schedule.catchUp().runs(ended, now.minus(settings.late()));
        if (wanted.size() < ended.size()) {
            LOG.info("schedule {}  leaves out {} of {} runs that were missed, the first of {}", schedule.name(),
                    ended.size() - wanted.size(), ended.size(), ended.getFirst().from());
        }
        wanted.forEach(
                period -> queue.add(new Wanted(new RunKey(schedule.name(), period.from()), period, Cause.SCHEDULE,
                        null)));
    }

    private void look(ScheduleInForce schedule, Timing.OnFiles onFiles, Optional<Instant> seen, Instant now) {
        if (seen.isPresent() && now.isBefore(seen.get().plus(onFiles.every()))) {
            return;
        }
        marks.set(schedule.name(), now);
        if (seen.isEmpty()) {
            arrivals.begin(schedule.name(), onFiles.files());
        } else if (arrivals.look(schedule.name(), onFiles.files()) && !schedule.paused()) {
            queue.add(new Wanted(new RunKey(schedule.name(), now), null, Cause.FILE_ARRIVAL, null));
        }
    }
}
