package zhiyin.verify;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import zhiyin.graph.Graph;
import zhiyin.graph.GraphImage;
import zhiyin.staging.ToldRecords;
import zhiyin.staging.ToldRecords.Told;
import zhiyin.verify.Difference.Problem;

/** Compares what graph and staging say of the records of a range. */
class RangeComparison {

    private static final String TWICE = "(twice)";

    private final Graph graph;
    private final GraphImage image;
    private final ToldRecords records;
    private final Predicate<String> isLoaded;

    /**
     * A comparison.
     *
     * @param graph    the graph
     * @param image    how it holds the records
     * @param records  what it was told
     * @param isLoaded whether a record that nobody told is one that loads would write, by its id
     */
    RangeComparison(Graph graph, GraphImage image, ToldRecords records, Predicate<String> isLoaded) {
        this.graph = graph;
        this.image = image;
        this.records = records;
        this.isLoaded = isLoaded;
    }

    /**
     * What came of it.
     *
     * @param expected what the graph should hold
     * @param found    what it holds of that, and what nobody told
     * @param findings what is wrong
     */
    record Compared(List<Held> expected, List<Held> found, List<Finding> findings) {}

    Compared compare(Range range) {
        Map<String, Held> held = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        range.held().stream().filter(record -> held.putIfAbsent(record.id(), record) != null)
                .forEach(record -> twice.add(record.id()));
        Set<String> impossible = impossible(
                range.told().stream().filter(told -> !held.containsKey(told.id())).toList());
        Compared compared = new Compared(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        range.told().stream().filter(told -> !impossible.contains(told.id()))
                .forEach(told -> compare(told, held, twice, compared));
        List<String> strangers = held.keySet().stream().filter(isLoaded).toList();
        Set<String> everTold = records.everTold(strangers);
        strangers.stream().filter(id -> !everTold.contains(id)).forEach(id -> {
            compared.found().add(java.util.Objects.requireNonNull(held.get(id)));
            compared.findings().add(Finding.unknown(id));
        });
        return compared;
    }

    private void compare(Told told, Map<String, Held> held, Set<String> twice, Compared compared) {
        Held expected = expected(told);
        compared.expected().add(expected);
        Held found = held.remove(told.id());
        if (found == null) {
            compared.findings().add(new Finding(told.id(), Problem.MISSING, List.of(), told.row()));
            return;
        }
        compared.found().add(found);
        List<String> fields = twice.contains(told.id()) ? List.of(TWICE) : expected.differsFrom(found);
        if (!fields.isEmpty()) {
            compared.findings().add(new Finding(told.id(), Problem.DIFFERENT, fields, told.row()));
        }
    }

    private Held expected(Told told) {
        Map<String, List<String>> ends = image.ends().stream().collect(toMap(name -> name, name -> {
            String end = told.ends().get(name);
            return end == null ? List.of() : List.of(end);
        }));
        return new Held(told.id(), told.place(), Held.normalised((Map<?, ?>) java.util.Objects
                .requireNonNull(told.row().get("properties"))), ends);
    }

    /** Records that are not in the graph because it has no place for them, such as marks with a tag that nobody declared. */
    private Set<String> impossible(List<Told> missing) {
        if (image.possible() == null || missing.isEmpty()) {
            return Set.of();
        }
        Set<String> impossible = missing.stream().map(Told::id).collect(toSet());
        graph.rows(image.possible(), Map.of("rows", missing.stream().map(Told::row).toList()))
                .forEach(row -> impossible.remove(row.text("id")));
        return impossible;
    }
}
