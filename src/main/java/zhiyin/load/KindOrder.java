package zhiyin.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import zhiyin.model.RecordKind;

/** Puts kinds of record into the order in which they are merged: what is referred to comes first. */
public final class KindOrder {

    private KindOrder() {}

    /** The same kinds in that order. */
    public static List<RecordKind> of(List<RecordKind> kinds) {
        Map<String, RecordKind> waiting = new LinkedHashMap<>();
        kinds.forEach(kind -> waiting.put(kind.name(), kind));
        List<RecordKind> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<RecordKind> free = waiting.values().stream()
                    .filter(kind -> kind.dependencies().stream().noneMatch(waiting::containsKey)).toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Kinds of record refer to each other in a circle: " + waiting.keySet());
            }
            free.forEach(kind -> waiting.remove(kind.name()));
            ordered.addAll(free);
        }
        return ordered;
    }

    /** The kinds whose records name records of a kind. */
    static List<RecordKind> dependents(List<RecordKind> kinds, RecordKind kind) {
        return kinds.stream().filter(other -> other.dependencies().contains(kind.name())).toList();
    }
}
