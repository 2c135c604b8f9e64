package zhiyin.schedule;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.model.LocalizedText;
import zhiyin.relay.Entity;

/** A schedule as the schema describes it. */
record Schedule(String id, String name, @Nullable LocalizedText description, String run, List<String> feeds,
        boolean full, int retries, TimingView timing, CatchUp catchUp, boolean paused, Declaration declared,
        @Nullable ScheduleOverride override, @Nullable NextRun next) implements Entity {

    /** What makes a schedule run, as the schema describes it. */
    enum TimingKind {
        CRON, AFTER, FILES
    }

    /** When a schedule runs, as the schema describes it. */
    record TimingView(TimingKind kind, @Nullable String cron, @Nullable String zone, @Nullable String after,
            @Nullable String files, @Nullable Integer everySeconds) {

        static TimingView of(Timing timing) {
            return switch (timing) {
                case Timing.ByCron(Cron cron) -> new TimingView(TimingKind.CRON, cron.expression(),
                        cron.zone().getId(), null, null, null);
                case Timing.After(String schedule) -> new TimingView(TimingKind.AFTER, null, null, schedule, null,
                        null);
                case Timing.OnFiles(var files, var every) -> new TimingView(TimingKind.FILES, null, null, null, files,
                        Math.toIntExact(every.toSeconds()));
            };
        }
    }

    /** What the file says of what can be set otherwise, as the schema describes it. */
    record Declaration(TimingView timing, CatchUp catchUp, boolean paused) {}

    /** The next run of a schedule, as the schema describes it. */
    record NextRun(Period covers, Instant startsAt) {}

    static Schedule of(ScheduleInForce schedule, Instant now) {
        DeclaredSchedule declared = schedule.declared();
        Period next = schedule.next(now);
        return new Schedule(schedule.name(), schedule.name(), declared.description(), declared.work(),
                declared.feeds(), declared.full(), declared.retries(), TimingView.of(schedule.timing()),
                schedule.catchUp(), schedule.paused(),
                new Declaration(TimingView.of(declared.timing()), declared.catchUp(), declared.paused()),
                schedule.override(), next == null ? null : new NextRun(next, next.until()));
    }
}
