package zhiyin.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Instants that a cron expression names in a time zone. Where the clock is changed, an expression that names hours comes once for
 * each time that it names: later when the clock skips it, and not again when the clock repeats it. One for every hour (its hours
 * begin with {@code *}) follows the time that passes.
 *
 * <pre>
 *  Berlin, 29 March:    01:59 | 03:00        0 30 2 * * *  at 03:30
 *  Berlin, 25 October:  02:59 | 02:00        0 30 2 * * *  at the first 02:30
 * </pre>
 */
final class Cron {

    private static final Duration LONGEST = Duration.ofDays(40 * 366L);
    private static final int STRIDE = 4;

    private final String expression;
    private final ZoneId zone;
    private final CronExpression parsed;
    private final boolean isOfEveryHour;

    private Cron(String expression, ZoneId zone) {
        this.expression = expression;
        this.zone = zone;
        this.parsed = CronExpression.parse(expression);
        this.isOfEveryHour = expression.startsWith("@")
                ? expression.equals("@hourly")
                : expression.strip().matches("(\\S+\\s+){2}\\*.*");
    }

    /**
     * Reads an expression of six fields, seconds first, or a macro such as {@code @daily}.
     *
     * @throws IllegalArgumentException when it is none, or names no instant at all
     */
    static Cron of(String expression, ZoneId zone) {
        Cron cron = new Cron(expression, zone);
        if (cron.next(Instant.EPOCH) == null) {
            throw new IllegalArgumentException("'%s' never comes".formatted(expression));
        }
        return cron;
    }

    String expression() {
        return expression;
    }

    ZoneId zone() {
        return zone;
    }

    /** The first instant after another; null when there is none. */
    @Nullable
    Instant next(Instant after) {
        return isOfEveryHour ? nextAsTimePasses(after) : nextOnTheClock(after);
    }

    private @Nullable Instant nextAsTimePasses(Instant after) {
        ZoneRules rules = zone.getRules();
        Instant since = after;
        ZoneOffset offset = rules.getOffset(after);
        LocalDateTime local = parsed.next(LocalDateTime.ofInstant(after, offset));
        while (local != null) {
            ZoneOffsetTransition change = rules.nextTransition(since);
            if (change == null || local.toInstant(offset).isBefore(change.getInstant())) {
                return local.toInstant(offset);
            }
            since = change.getInstant();
            offset = change.getOffsetAfter();
            local = parsed.next(change.getDateTimeAfter().minusNanos(1));
        }
        return null;
    }

    /** Times that the clock skipped come later than those that follow them, so the first that is found need not be the first. */
    private @Nullable Instant nextOnTheClock(Instant after) {
        Instant first = null;
        LocalDateTime local = parsed.next(LocalDateTime.ofInstant(after, offsetBeforeAnyChange(after)));
        while (local != null && (first == null || !local.isAfter(LocalDateTime.ofInstant(first, zone)))) {
            Instant at = local.atZone(zone).toInstant();
            if (at.isAfter(after) && (first == null || at.isBefore(first))) {
                first = at;
            }
            local = parsed.next(local);
        }
        return first;
    }

    /** A time that was skipped within the last day may still be to come. */
    private ZoneOffset offsetBeforeAnyChange(Instant after) {
        ZoneOffset now = zone.getRules().getOffset(after);
        ZoneOffset dayBefore = zone.getRules().getOffset(after.minus(Duration.ofDays(1)));
        return now.getTotalSeconds() < dayBefore.getTotalSeconds() ? now : dayBefore;
    }

    /** The last instant before another; null when there was none. */
    @Nullable
    Instant previous(Instant before) {
        Instant last = null;
        for (Duration back = Duration.ofMinutes(1); last == null && back.compareTo(LONGEST) < 0; back = back
                .multipliedBy(STRIDE)) {
            last = last(before.minus(back), before);
        }
        return last;
    }

    private @Nullable Instant last(Instant after, Instant before) {
        Instant last = null;
        for (Instant at = next(after); at != null && at.isBefore(before); at = next(at)) {
            last = at;
        }
        return last;
    }

    /** The period that is over at one of the instants. */
    Period periodUntil(Instant instant) {
        return new Period(Objects.requireNonNullElse(previous(instant), instant), instant);
    }

    /**
     * The newest periods that were over after an instant and not after another, oldest first.
     *
     * @param after instant after which they ended
     * @param until the last instant at which they may have ended
     * @param most  how many are answered at most
     */
    List<Period> periods(Instant after, Instant until, int most) {
        Deque<Period> periods = new ArrayDeque<>();
        Instant end = next(after);
        Instant begin = end == null ? after : periodUntil(end).from();
        while (end != null && !end.isAfter(until)) {
            periods.addLast(new Period(begin, end));
            if (periods.size() > most) {
                periods.removeFirst();
            }
            begin = end;
            end = next(end);
        }
        return List.copyOf(periods);
    }
}
