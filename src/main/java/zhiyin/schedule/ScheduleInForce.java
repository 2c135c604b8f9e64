package zhiyin.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A schedule in force: what is declared, and what somebody set otherwise.
 *
 * @param declared what the file says
 * @param override what was set otherwise; null when nothing was
 */
record ScheduleInForce(DeclaredSchedule declared, @Nullable ScheduleOverride override) {

    String name() {
        return declared.name();
    }

    Timing timing() {
        return switch (declared.timing()) {
            case Timing.ByCron(Cron cron) when override != null -> new Timing.ByCron(Cron.of(
                    Objects.requireNonNullElse(override.cron(), cron.expression()),
                    override.zone() == null ? cron.zone() : ZoneId.of(override.zone())));
            case Timing.ByCron byCron -> byCron;
            case Timing.After after -> after;
            case Timing.OnFiles onFiles -> onFiles;
        };
    }

    /** Its cron; empty when something else makes it run. */
    Optional<Cron> cron() {
        return timing() instanceof Timing.ByCron(Cron cron) ? Optional.of(cron) : Optional.empty();
    }

    CatchUp catchUp() {
        return override == null
                ? declared.catchUp()
                : Objects.requireNonNullElse(override.catchUp(),
                        declared.catchUp());
    }

    boolean paused() {
        return override == null ? declared.paused() : Objects.requireNonNullElse(override.paused(), declared.paused());
    }

    boolean follows(String other) {
        return declared.timing() instanceof Timing.After(String schedule) && schedule.equals(other);
    }

    /** What its next run covers; null when the clock starts none. */
    @Nullable
    Period next(Instant now) {
        return paused() ? null : cron().map(cron -> upcoming(cron, now)).orElse(null);
    }

    private static @Nullable Period upcoming(Cron cron, Instant now) {
        Instant next = cron.next(now);
        return next == null ? null : cron.periodUntil(next);
    }
}
