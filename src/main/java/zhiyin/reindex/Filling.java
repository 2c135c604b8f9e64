package zhiyin.reindex;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import zhiyin.load.LoadLock;
import zhiyin.search.IndexRebuild;

/** Fills a new index page by page, notes after each how far it is, and lets it take its place when no load runs. */
@Component
class Filling {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.reindex");
    /** Reading runs ahead of writing within a page, so one is worth some batches. */
    private static final int BATCHES = 4;

    private final IndexRebuild rebuild;
    private final ReindexStore store;
    private final QuietLoads loads;
    private final int page;

    Filling(IndexRebuild rebuild, ReindexStore store, QuietLoads loads, @Value("${zhiyin.load.batch:5000}") int batch) {
        this.rebuild = rebuild;
        this.store = store;
        this.loads = loads;
        this.page = batch * BATCHES;
    }

    /** Does what is left to do of a rebuild. Answers how many customers were indexed in all. */
    int finish(Reindex reindex) {
        int done = reindex.done();
        if (rebuild.isSearched(reindex.index())) {
            return done;
        }
        long began = System.nanoTime();
        String position = reindex.position();
        List<String> filled = rebuild.fill(position, page);
        while (!filled.isEmpty()) {
            position = filled.getLast();
            done += filled.size();
            store.note(reindex, position, done);
            LOG.info(line(reindex, done, done - reindex.done(), Duration.ofNanos(System.nanoTime() - began)));
            filled = rebuild.fill(position, page);
        }
        // while the index takes its place no load may write to it
        try (LoadLock.Held _ = loads.await(reindex)) {
            rebuild.finish(reindex.index());
        }
        return done;
    }

    private static String line(Reindex reindex, int done, int now, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "reindex %d  %,11d / %,d customers  %,.0f/s  %d:%02d", reindex.number(),
                done, reindex.total(), now / seconds, elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
