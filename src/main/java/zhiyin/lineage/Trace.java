package zhiyin.lineage;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;

/**
 * Where a record came from, as the graph keeps it: each a {@link zhiyin.model.RowPlace} as a number.
 *
 * @param origin   the row that brought the record as it is now; null when nobody kept it
 * @param closedBy what closed it; null while it is open, or when nobody kept it
 */
public record Trace(@Nullable Long origin, @Nullable Long closedBy) {

    /** The trace of a node or relationship of the graph. */
    public static Trace of(Row record) {
        return new Trace(record.optionalLong("origin"), record.optionalLong("closedBy"));
    }
}
