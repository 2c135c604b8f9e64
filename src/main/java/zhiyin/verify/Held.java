package zhiyin.verify;

import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;

/**
 * A record as the graph holds it or should hold it, in a form that is the same for the same content wherever it comes from.
 *
 * @param id         of the record
 * @param place      what records are ordered by
 * @param properties by name: texts, whole numbers, decimals, dates, instants and flags
 * @param ends       by the name of a reference, the ids of the nodes that the record is tied to, sorted
 */
record Held(String id, String place, Map<String, Object> properties, Map<String, List<String>> ends) {

    /**
     * What the graph is not told anew each time: when it was told, when a source last said the same again, and in which row.
     */
    private static final Set<String> CIRCUMSTANCES = Set.of("updatedAt", "lastSeen", "origin", "closedBy");

    static Held of(Row row) {
        Map<String, List<String>> ends = new HashMap<>();
        row.row("ends").values().forEach((name, ids) -> ends.put(name,
                ((Collection<?>) ids).stream().map(String::valueOf).sorted().toList()));
        return new Held(row.text("id"), row.text("place"), normalised(row.row("properties").values()), ends);
    }

    static Map<String, Object> normalised(Map<?, ?> properties) {
        Map<String, Object> normalised = new HashMap<>();
        properties.forEach((name, value) -> {
            if (value != null && !CIRCUMSTANCES.contains(String.valueOf(name))) {
                normalised.put(String.valueOf(name), normalised(value));
            }
        });
        return normalised;
    }

    private static Object normalised(Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case ZonedDateTime instant -> instant.toInstant();
            default -> value;
        };
    }

    /** Names of the properties and references in which another differs from this. */
    List<String> differsFrom(Held other) {
        Set<String> names = differing(properties, other.properties());
        names.addAll(differing(ends, other.ends()));
        return List.copyOf(names);
    }

    private static Set<String> differing(Map<String, ? extends @Nullable Object> one,
            Map<String, ? extends @Nullable Object> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return names;
    }
}
