package zhiyin.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Graph;
import zhiyin.graph.GraphImage;
import zhiyin.staging.ToldRecords;
import zhiyin.staging.ToldRecords.Told;
import zhiyin.verify.Range.Position;

/** Reads both sides of a kind in the same order, a range at a time that holds no more than a page of either. */
class Ranges {

    /** The order of graph and staging alike. Java's own is another for characters beyond the sixteen bits of its chars. */
    private static final Comparator<String> BY_CODE_POINTS = (one, other) -> Arrays.compareUnsigned(
            one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));

    private final Graph graph;
    private final GraphImage image;
    private final ToldRecords records;
    private final int page;

    Ranges(Graph graph, GraphImage image, ToldRecords records, int page) {
        this.graph = graph;
        this.image = image;
        this.records = records;
        this.page = page;
    }

    /**
     * Reads a range.
     *
     * @param position where it begins
     * @param most     the last place that may be in it; null when nothing limits it but the page
     */
    Range read(Position position, @Nullable String most) {
        List<Told> told = records.next(position.from(), page);
        List<Held> held = graph.rows(image.page(), Map.of("after", position.after(), "limit", page)).stream()
                .map(Held::of).toList();
        boolean isGraphCut = held.stream().map(Held::place).distinct().count() >= page;
        @Nullable
        String last = Stream.of(told.size() >= page ? told.getLast().place() : null,
                isGraphCut ? held.getLast().place() : null, most).filter(Objects::nonNull).min(BY_CODE_POINTS)
                .orElse(null);
        List<Told> here = told.stream().filter(record -> isWithin(record.place(), last)).toList();
        return new Range(here, held.stream().filter(record -> isWithin(record.place(), last)).toList(), last,
                new Position(last == null ? position.after() : last, position.from() + here.size()));
    }

    private static boolean isWithin(String place, @Nullable String last) {
        return last == null || BY_CODE_POINTS.compare(place, last) <= 0;
    }
}
