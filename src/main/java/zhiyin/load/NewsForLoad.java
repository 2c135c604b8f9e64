package zhiyin.load;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import zhiyin.search.CustomerIndex;
import zhiyin.search.EventIndexes;
import zhiyin.staging.Landing;

/** What there is for a load to do. */
@Component
class NewsForLoad {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final Landing landing;
    private final Declarations declarations;
    private final ToldGraph toldGraph;
    private final CustomerIndex index;
    private final EventIndexes events;

    NewsForLoad(Landing landing, Declarations declarations, ToldGraph toldGraph, CustomerIndex index,
            EventIndexes events) {
        this.landing = landing;
        this.declarations = declarations;
        this.toldGraph = toldGraph;
        this.index = index;
        this.events = events;
    }

    /** Whether there is a new file or declaration, or a graph or search index that was not told. */
    boolean areThere() {
        return !landing.due().isEmpty() || declarations.changed() || !areStoresTold();
    }

    /** A load tells of a store that does not answer; who asks whether one is due shall not fail over it. */
    private boolean areStoresTold() {
        try {
            return index.isCurrent() && events.areCurrent() && !toldGraph.isAnother();
        } catch (DataAccessException silent) {
            LOG.warn("Whether graph and search are those that were told cannot be found out: {}", silent.getMessage());
            return false;
        }
    }
}
