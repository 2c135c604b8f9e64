package zhiyin.reindex;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import zhiyin.load.LoadLock;
import zhiyin.load.TellingStaging;
import zhiyin.model.EventDocument;
import zhiyin.model.RecordKind;
import zhiyin.search.EventIndex;
import zhiyin.search.EventIndexes;
import zhiyin.staging.EventList;
import zhiyin.staging.Staging;

/**
 * Fills new indices of events from staging, and notes there how far it is. Only the staging whose graph this is has the events:
 * another leaves the indices as they are.
 */
@Component
class EventFilling {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.reindex");

    private final List<RecordKind> kinds;
    private final EventIndexes indexes;
    private final Staging staging;
    private final TellingStaging telling;
    private final QuietLoads loads;

    EventFilling(List<RecordKind> kinds, EventIndexes indexes, Staging staging, TellingStaging telling,
            QuietLoads loads) {
        this.kinds = kinds.stream().filter(kind -> kind.history() != null).toList();
        this.indexes = indexes;
        this.staging = staging;
        this.telling = telling;
        this.loads = loads;
    }

    /** Does what is left to do. */
    void finish(Reindex reindex) {
        if (!telling.isOurs()) {
            LOG.info("reindex {}  leaves the events as they are: this staging did not tell the graph",
                    reindex.number());
            return;
        }
        kinds.forEach(kind -> finish(reindex, indexes.of(kind), EventList.toRebuild(staging, kind)));
    }

    private void finish(Reindex reindex, EventIndex index, EventList list) {
        String name = list.rebuilding().filter(index::isUnderWay).orElseGet(() -> begin(reindex, index, list));
        long total = list.count();
        long from = list.rebuilt();
        long done = from;
        long began = System.nanoTime();
        List<EventDocument> events = list.next(done, EventIndex.SLICE, EventIndex.SLICE_BYTES);
        while (!events.isEmpty()) {
            index.fill(events);
            done += events.size();
            list.note(name, done);
            LOG.info(line(reindex, done, total, done - from, Duration.ofNanos(System.nanoTime() - began)));
            events = list.next(done, EventIndex.SLICE, EventIndex.SLICE_BYTES);
        }
        try (LoadLock.Held _ = loads.await(reindex)) {
            index.finish(name);
        }
        list.finish();
    }

    /** What a load writes from then on, it writes into both, at a greater version than the list has. */
    private String begin(Reindex reindex, EventIndex index, EventList list) {
        try (LoadLock.Held _ = loads.await(reindex)) {
            String name = index.begin();
            list.prepare(index.version());
            list.note(name, 0);
            return name;
        }
    }

    private static String line(Reindex reindex, long done, long total, long now, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "reindex %d  %,11d / %,d events  %,.0f/s  %d:%02d", reindex.number(), done,
                total, now / seconds, elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
