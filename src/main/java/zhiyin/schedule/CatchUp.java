package zhiyin.schedule;

import java.time.Instant;
import java.util.List;

/** What becomes of periods that were over while no node of the hub looked, as the schema describes it. */
enum CatchUp {
    NONE, LATEST, ALL;

    /**
     * Which periods are run.
     *
     * @param ended       periods that were over since somebody looked last, oldest first
     * @param onTimeSince those that were over since then were not missed: they are run in any case
     */
    List<Period> runs(List<Period> ended, Instant onTimeSince) {
        List<Period> onTime = ended.stream().filter(period -> !period.until().isBefore(onTimeSince)).toList();
        return switch (this) {
            case NONE -> onTime;
            case LATEST -> onTime.isEmpty() ? ended.subList(Math.max(0, ended.size() - 1), ended.size()) : onTime;
            case ALL -> ended;
        };
    }
}
