package zhiyin.staging;

import java.util.List;
import java.util.Map;

import zhiyin.model.RecordKind;

/** Records that the graph was told of and is to keep no longer, though their sources have them still: see {@link HistoryWindow}. */
public class LeavingRecords {

    private final Staging staging;
    private final RecordKind kind;
    private final String table;

    /** Those of a kind. */
    public LeavingRecords(Staging staging, RecordKind kind) {
        this.staging = staging;
        this.kind = kind;
        this.table = "leaving." + Sql.name(kind.name());
    }

    /** How many they are. */
    public long count() {
        return isThere() ? staging.number("SELECT count(*) FROM " + table) : 0;
    }

    private boolean isThere() {
        return staging.hasTable("leaving", kind.name());
    }

    /** Rows with the {@code id} of each, from a number on, in the order of their customers. */
    public List<Map<String, Object>> rows(long from, int limit) {
        return isThere()
                ? staging.query("SELECT id FROM %s WHERE _n > %d AND _n <= %d ORDER BY _n".formatted(table, from,
                        from + limit), row -> Map.of("id", row.getString(1)))
                : List.of();
    }

    /** Notes that the graph keeps none of them any more. May be repeated. */
    public void finish() {
        if (isThere()) {
            staging.together(() -> {
                for (String told : List.of(Tables.merged(kind), Tables.untold(kind))) {
                    staging.run("DELETE FROM %s WHERE id IN (SELECT id FROM %s)".formatted(told, table));
                }
                staging.run("DROP TABLE " + table);
            });
        }
    }
}
