package zhiyin.staging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import zhiyin.model.RecordKind;

/** Records that the hub made and the graph was told of, and that are no more, such as a customer that turned out to be another. */
public class RemovedRecords {

    private final Staging staging;
    private final RecordKind kind;

    /** Those of a kind. */
    public RemovedRecords(Staging staging, RecordKind kind) {
        this.staging = staging;
        this.kind = kind;
    }

    /** How many they are. */
    public long count() {
        return staging
                .number("SELECT count(*) FROM %s WHERE id NOT IN (SELECT id FROM %s)".formatted(Tables.merged(kind),
                        Tables.staged(kind)));
    }

    /** The next of them by id, as a kind's remove statement takes them: {@code id}, {@code customer}, {@code survivor}. */
    public List<Map<String, Object>> next(int limit) {
        return staging.query("""
                SELECT m.id, m.customer, v.survivor FROM %s m LEFT JOIN survivor v ON v.customer = m.id
                WHERE m.id NOT IN (SELECT id FROM %s) ORDER BY m.id LIMIT %d
                """.formatted(Tables.merged(kind), Tables.staged(kind), limit), row -> {
            Map<String, Object> values = new HashMap<>();
            values.put("id", row.getString(1));
            values.put("customer", row.getString(2));
            Optional.ofNullable(row.getString(3)).ifPresent(survivor -> values.put("survivor", survivor));
            return values;
        });
    }

    /** Notes that the graph was told that some are no more. */
    public void forget(List<Map<String, Object>> removed) {
        staging.together(() -> {
            staging.run("CREATE OR REPLACE TEMP TABLE gone (id VARCHAR, customer VARCHAR)");
            staging.append("gone", table -> {
                for (Map<String, Object> row : removed) {
                    table.beginRow().append(String.valueOf(row.get("id"))).append(String.valueOf(row.get("customer")))
                            .endRow();
                }
            });
            staging.run("DELETE FROM %s WHERE id IN (SELECT id FROM gone)".formatted(Tables.merged(kind)));
            staging.run("INSERT INTO touched SELECT customer FROM gone");
        });
    }
}
