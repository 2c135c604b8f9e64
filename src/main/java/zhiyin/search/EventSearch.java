package zhiyin.search;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;

/** Finds the events of a kind, each as the graph would answer it. */
public interface EventSearch {

    /**
     * Where events are read on from, towards older ones: those that began before a moment, or at it with a smaller id.
     *
     * @param at moment
     * @param id null when none that began at the moment is wanted
     */
    record Place(OffsetDateTime at, @Nullable String id) {}

    /**
     * The events of customers before a place, newest first, in one request for all of them.
     *
     * @param limits how many at most, by customer
     */
    Map<String, List<Row>> before(Place place, Map<String, Integer> limits);

    /** The event with an id, also one that was written just now. */
    Optional<Row> find(String id);
}
