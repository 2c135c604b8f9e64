package zhiyin.interaction;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.search.EventSearch;

/** Keeps interactions as search does, in memory, and can be away. */
final class OlderInteractions implements EventSearch {

    private final Map<String, List<Row>> kept = new HashMap<>();
    private @Nullable Graph counting;
    private int requests;
    private boolean isAway;

    /** Counts what it keeps from now on in a graph, as a load would. */
    void countIn(Graph graph) {
        kept.clear();
        requests = 0;
        isAway = false;
        counting = graph;
    }

    /** Keeps some of a customer, the newest first: ids, each with its moment. */
    void keep(String customer, String... idsAndMoments) {
        List<Row> rows = kept.computeIfAbsent(customer, any -> new ArrayList<>());
        for (int at = 0; at < idsAndMoments.length; at += 2) {
            rows.add(
                    new Row(Map.of("id", idsAndMoments[at], "type", "NOTICE", "channel", "SMS", "direction", "OUTBOUND",
                            "status", "COMPLETED", "startedAt", ZonedDateTime.parse(idsAndMoments[at + 1]))));
        }
        if (counting != null) {
            counting.rows("""
                    MATCH (c:Customer {id: $customer})
                    MERGE (month:InteractionMonth {id: c.id + '|2026-10'})
                    SET month.month = date('2026-10-01'), month.events = $events
                    MERGE (c)-[:HAD_MONTH]->(month)
                    """, Map.of("customer", customer, "events", rows.size()));
        }
    }

    void goAway() {
        isAway = true;
    }

    int requests() {
        return requests;
    }

    @Override
    public Map<String, List<Row>> before(Place place, Map<String, Integer> limits) {
        requests++;
        if (isAway) {
            throw new DataAccessResourceFailureException("away");
        }
        Map<String, List<Row>> found = new HashMap<>();
        limits.forEach((customer, limit) -> found.put(customer, kept.getOrDefault(customer, List.of()).stream()
                .filter(row -> isBefore(row, place)).limit(limit).toList()));
        return found;
    }

    private static boolean isBefore(Row row, Place place) {
        int order = row.instant("startedAt").compareTo(place.at());
        return order < 0 || order == 0 && place.id() != null && row.text("id").compareTo(place.id()) < 0;
    }

    @Override
    public Optional<Row> find(String id) {
        return kept.values().stream().flatMap(List::stream)
                .filter(row -> row.text("id").equals(id)).findFirst();
    }
}
