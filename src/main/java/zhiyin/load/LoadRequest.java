package zhiyin.load;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.source.FeedSelection;

/**
 * What a load is asked to do, and by whom.
 *
 * @param full      whether files are read that have not changed since they were last read
 * @param feeds     which feeds are landed; what other feeds left to do is done all the same
 * @param trigger   what asked for it
 * @param startedBy who asked for it: an account, a job of the schedules; null when the hub did by itself
 * @param period    the time that it covers, for feeds that are delivered by period; null for whatever lies there
 * @param tolerate  whether it goes on without deliveries that are unfit, and closes however much vanished
 */
public record LoadRequest(boolean full, FeedSelection feeds, LoadTrigger trigger, @Nullable String startedBy,
        @Nullable LoadPeriod period, boolean tolerate) {

    /** What asks for a load, as the schema describes it. */
    public enum LoadTrigger {
        START, COMMAND, USER, SCHEDULE, BACKFILL, FILE_ARRIVAL, REPLAY
    }

    /**
     * The time that a load covers.
     *
     * @param from  its begin
     * @param until its end, not part of it
     */
    public record LoadPeriod(Instant from, Instant until) {}

    /** A load of everything that is new or changed. */
    public static LoadRequest ofAll(LoadTrigger trigger) {
        return new LoadRequest(false, FeedSelection.ALL, trigger, null, null, false);
    }

    /** The same, with every file read again. */
    public LoadRequest inFull() {
        return new LoadRequest(true, feeds, trigger, startedBy, period, tolerate);
    }

    /** The same, of some feeds only. */
    public LoadRequest ofFeeds(List<String> names) {
        return new LoadRequest(full, new FeedSelection(names), trigger, startedBy, period, tolerate);
    }

    /** A load that a person asks for. */
    public static LoadRequest by(String account, boolean full, List<String> feeds) {
        return new LoadRequest(full, new FeedSelection(feeds), LoadTrigger.USER, account, null, false);
    }

    /** A load that takes the corrected rows that wait. */
    public static LoadRequest replay(String account, List<String> feeds) {
        return new LoadRequest(false, new FeedSelection(feeds), LoadTrigger.REPLAY, account, null, false);
    }

    /** The same, that goes on without deliveries that are unfit. */
    public LoadRequest tolerant() {
        return new LoadRequest(full, feeds, trigger, startedBy, period, true);
    }
}
