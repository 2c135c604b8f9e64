package zhiyin.staging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/** Rows that a load refuses for naming what no source knows, and whose values are not kept yet. */
class UnknownRows {

    private static final String WITHOUT_VALUES = """
            SELECT DISTINCT source || '.' || feed, file, line FROM reject
            WHERE load = ? AND reason = 'UNKNOWN_REFERENCE' AND row_hash IS NULL
            QUALIFY dense_rank() OVER (PARTITION BY source, feed ORDER BY file, line) <= ?
            """;

    private final Staging staging;
    private final int most;

    /**
     * Such rows.
     *
     * @param most how many of a feed keep their values in a load
     */
    UnknownRows(Staging staging, int most) {
        this.staging = staging;
        this.most = most;
    }

    /**
     * Where rows lie.
     *
     * @param feed {@code source.feed}
     * @param file file, relative to the input folder
     */
    record Place(String feed, String file) {}

    /** The lines that they begin on. */
    Map<Place, Set<Long>> of(long load) {
        Map<Place, Set<Long>> lines = new HashMap<>();
        staging.query(WITHOUT_VALUES,
                row -> lines.computeIfAbsent(new Place(row.getString(1), row.getString(2)), place -> new HashSet<>())
                        .add(row.getLong(3)),
                load, most);
        return lines;
    }

    /** Keeps the rows of a file that {@code raw} holds. */
    void keep(Delivery file, long load, Set<Long> lines) {
        staging.run("""
                CREATE OR REPLACE TEMP TABLE corrected (line BIGINT, hash VARCHAR, load BIGINT);
                INSERT INTO fault SELECT line, NULL, NULL, NULL FROM unnest([%s]) AS chosen (line)
                """.formatted(lines.stream().map(String::valueOf).collect(joining(", "))));
        new RefusedRows(file.feed()).keepMore(staging, file, load, most);
        staging.update("""
                UPDATE reject SET row_hash = refused.hash FROM refused
                WHERE reject.line = refused.line AND load = ? AND source = ? AND feed = ? AND file = ? AND row_hash IS NULL
                """, load, file.source().source(), file.feedName(), file.name());
    }
}
