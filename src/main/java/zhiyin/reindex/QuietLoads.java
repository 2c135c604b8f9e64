package zhiyin.reindex;

import java.time.Duration;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import zhiyin.load.LoadLock;

/** Waits for a moment at which no load runs. */
@Component
class QuietLoads {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.reindex");

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final LoadLock loads;

    QuietLoads(LoadLock loads) {
        this.loads = loads;
    }

    /** Keeps loads from running; until what it answers is closed none may write to an index. */
    LoadLock.Held await(Reindex reindex) {
        Optional<LoadLock.Held> held = loads.acquire();
        if (held.isEmpty()) {
            LOG.info("reindex {}  waits for the end of the load under way", reindex.number());
        }
        while (held.isEmpty()) {
            pause();
            held = loads.acquire();
        }
        return held.get();
    }

    private static void pause() {
        try {
            Thread.sleep(PATIENCE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("it was stopped while it waited for a load", stopped);
        }
    }
}
