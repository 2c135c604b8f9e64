package zhiyin.verify;

import java.util.List;

/**
 * Something in which a store does not hold what it should.
 *
 * @param store    the store at fault
 * @param kind     kind of record
 * @param id       of the record
 * @param problem  what is wrong
 * @param fields   which properties differ, and which references: a relationship is missing, doubled or leads elsewhere
 * @param repaired whether it was mended
 */
public record Difference(Store store, String kind, String id, Problem problem, List<String> fields, boolean repaired) {

    /** A store that is compared with the one that it is filled from. */
    public enum Store {
        /** The graph, compared with staging. */
        GRAPH,
        /** The search indices: customers compared with the graph, events with staging. */
        SEARCH
    }

    /** What can be wrong. */
    public enum Problem {
        /** The store lacks it. */
        MISSING,
        /** The store holds something else. */
        DIFFERENT,
        /** The store holds something that nobody told it. */
        UNKNOWN
    }
}
