package zhiyin.staging;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import zhiyin.source.FeedSelection;
import zhiyin.source.Source;

/**
 * Which deliveries a load takes.
 *
 * @param load  number of the load
 * @param feeds feeds that it takes
 * @param full  whether it takes what has not changed, too
 * @param from  first instant of the time that it covers; null for any
 * @param until end of that time, not part of it; null for any
 */
public record Wanted(long load, FeedSelection feeds, boolean full, @Nullable Instant from, @Nullable Instant until) {

    /** Whatever is new or changed, in all feeds, whatever time it is of. */
    public static Wanted ofAll(long load) {
        return new Wanted(load, FeedSelection.ALL, false, null, null);
    }

    /** Whether a day of a source lies in the time covered. */
    boolean covers(LocalDate day, Source source) {
        Instant begin = day.atStartOfDay(source.zone()).toInstant();
        return (from == null || !begin.isBefore(from)) && (until == null || begin.isBefore(until));
    }
}
