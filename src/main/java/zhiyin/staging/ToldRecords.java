package zhiyin.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/**
 * The records of a kind that the graph was told of, as it should hold them now, in the order of places: for those who compare.
 * They are copied once, so that reading them in order costs what is read.
 */
public class ToldRecords {

    private static final String KNOWN = "_knows_";

    private final Staging staging;
    private final RecordKind kind;
    private final String place;
    private final RowsToMerge rows;
    private final Origin origin;

    /** Where they are found: the table that must be there, a query for the records, and one for all ids ever told. */
    private record Origin(String schema, String table, String records, String ids) {}

    private ToldRecords(Staging staging, RecordKind kind, boolean made, String place, Origin origin) {
        this.staging = staging;
        this.kind = kind;
        this.place = place;
        this.rows = new RowsToMerge(kind, made);
        this.origin = origin;
    }

    /**
     * The records of a kind.
     *
     * @param staging where they are kept
     * @param kind    the kind of record
     * @param made    whether the hub makes the records itself, so that they carry their customer
     * @param place   field that they are ordered by
     */
    public static ToldRecords of(Staging staging, RecordKind kind, boolean made, String place) {
        String records = "SELECT s.* %s, m.customer, false AS moved, s.%s AS _place %s FROM %s s JOIN %s m ON m.id = s.id"
                .formatted(made ? "EXCLUDE (customer)" : "", Sql.name(place), known(kind), Tables.staged(kind),
                        Tables.merged(kind));
        return new ToldRecords(staging, kind, made, place,
                new Origin("staged", kind.name(), records, "SELECT id FROM " + Tables.merged(kind)));
    }

    /** The customers that turned out to be another, as records of a kind with a {@code survivor}. */
    public static ToldRecords ofSurvivors(Staging staging, RecordKind kind) {
        return new ToldRecords(staging, kind, true, "id", new Origin("main", "survivor", """
                SELECT customer AS id, CAST(NULL AS VARCHAR) AS customer, survivor, false AS moved, customer AS _place
                FROM survivor WHERE survivor IN (SELECT id FROM merged."Customer")
                """, "SELECT customer AS id FROM survivor"));
    }

    /**
     * A record.
     *
     * @param id    of the record
     * @param place what it is ordered by
     * @param row   as the kind's merge statement takes it
     * @param ends  by the name of a reference field, or {@code customer}, the id of the node that it is tied to
     */
    public record Told(String id, String place, Map<String, Object> row, Map<String, String> ends) {}

    /** Copies them. Answers how many they are. */
    public long prepare() {
        staging.run("CREATE SCHEMA IF NOT EXISTS told; DROP TABLE IF EXISTS " + table());
        if (!staging.hasTable(origin.schema(), origin.table())) {
            return 0;
        }
        staging.run("CREATE TABLE %s AS SELECT row_number() OVER (ORDER BY _place, id) AS _n, * FROM (%s)"
                .formatted(table(), origin.records()));
        return staging.number("SELECT count(*) FROM " + table());
    }

    /** The graph ties a record to what it may do without only when it knows it. */
    private static String known(RecordKind kind) {
        return kind.references().filter(field -> !field.required())
                .map(field -> ", %s AS %s".formatted(WorkList.isTold(field), Sql.name(KNOWN + field.name())))
                .collect(joining());
    }

    /** The next of them, from a number on that is counted from 0; the last place is always whole. */
    public List<Told> next(long from, int limit) {
        if (!staging.hasTable("told", kind.name())) {
            return List.of();
        }
        String rest = place.equals("id")
                ? ""
                : "OR _place = (SELECT _place FROM %s WHERE _n = %d)".formatted(table(), from + limit);
        return staging
                .query("SELECT %s, * FROM %s WHERE _n > %d AND (_n <= %d %s) ORDER BY _n".formatted(rows.columns(),
                        table(), from, from + limit, rest), this::told);
    }

    private Told told(ResultSet row) throws SQLException {
        Map<String, Object> values = new HashMap<>(rows.read(row));
        Map<String, String> ends = new HashMap<>();
        tie("customer", values.get("customer"), ends);
        for (RecordField field : kind.references().toList()) {
            if (field.required() || row.getBoolean(KNOWN + field.name())) {
                tie(field.name(), values.get(field.name()), ends);
            }
        }
        return new Told(row.getString("id"), row.getString("_place"), values, ends);
    }

    private static void tie(String name, @Nullable Object end, Map<String, String> ends) {
        if (end != null) {
            ends.put(name, String.valueOf(end));
        }
    }

    /** Which of some records the graph was told of at any time, whether staging still has them or not. */
    public Set<String> everTold(List<String> ids) {
        return ids.isEmpty() || !staging.hasTable(origin.schema(), origin.table())
                ? Set.of()
                : new HashSet<>(staging.query(
                        "SELECT id FROM (%s) WHERE id IN (SELECT unnest(string_split(?, chr(31))))"
                                .formatted(origin.ids()),
                        row -> row.getString(1), String.join("\u001F", ids)));
    }

    /** Drops the copy. */
    public void close() {
        staging.run("DROP TABLE IF EXISTS " + table());
    }

    private String table() {
        return "told." + Sql.name(kind.name());
    }
}
