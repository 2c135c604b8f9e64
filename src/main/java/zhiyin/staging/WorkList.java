package zhiyin.staging;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/**
 * What the graph is still to be told of a kind of record: what changed since it was last told, in a fixed order. The list is
 * made once and survives a crash, so that work goes on where it stopped.
 */
public class WorkList {

    private final Staging staging;
    private final RecordKind kind;
    private final RowsToMerge rows;
    private final boolean made;
    private final List<RecordKind> dependents;
    private final Supplier<String> circumstances;

    /**
     * A work list.
     *
     * @param staging where it is kept
     * @param kind    the kind of record
     * @param made    whether the hub makes the records itself, so that they carry their customer
     */
    public WorkList(Staging staging, RecordKind kind, boolean made) {
        this(staging, kind, made, List.of(), () -> "");
    }

    /**
     * A work list of records whose meaning depends on something beside them, or on which others depend.
     *
     * @param staging       where it is kept
     * @param kind          the kind of record
     * @param made          whether the hub makes the records itself, so that they carry their customer
     * @param dependents    kinds whose records may do without one of these, and change when it comes
     * @param circumstances a text that changes when the records must be told again though they are the same
     */
    public WorkList(Staging staging, RecordKind kind, boolean made, List<RecordKind> dependents,
            Supplier<String> circumstances) {
        this.staging = staging;
        this.kind = kind;
        this.rows = new RowsToMerge(kind, made);
        this.made = made;
        this.dependents = dependents;
        this.circumstances = circumstances;
    }

    /** Makes the list anew. Answers how long it is. */
    public long prepare() {
        staging.together(() -> {
            heedCircumstances();
            if (kind.history() != null) {
                // the graph has their months instead
                staging.run("DELETE FROM %s WHERE id IN (SELECT s.id FROM %s JOIN %s c ON c.id = s.id)"
                        .formatted(Tables.untold(kind), candidates("LEFT"), Tables.counted(kind)));
            }
            staging.run("CREATE OR REPLACE TABLE %s AS SELECT row_number() OVER (ORDER BY %s) AS _n, * FROM (%s)"
                    .formatted(Tables.todo(kind), order(), changed()));
            staging.run("DELETE FROM %s WHERE id IN (%s)".formatted(Tables.untold(kind), unchanged()));
        });
        return size();
    }

    private void heedCircumstances() {
        String now = circumstances.get();
        if (staging.number("SELECT count(*) FROM told_under WHERE kind = ? AND circumstances = ?", kind.name(),
                now) == 0) {
            staging.update("DELETE FROM told_under WHERE kind = ?", kind.name());
            staging.update("INSERT INTO told_under VALUES (?, ?)", kind.name(), now);
            Tables.noteUntold(staging, kind);
        }
    }

    private long size() {
        return staging.number("SELECT count(*) FROM " + Tables.todo(kind));
    }

    /** Whether the list is there: made, and not finished yet. */
    public boolean isPrepared() {
        return staging.hasTable("todo", kind.name());
    }

    /** Rows of one target come together, so that writers that share targets take locks in one order. */
    private String order() {
        return Stream.concat(kind.references().map(field -> Sql.name(field.name())),
                Stream.of("customer", "id")).collect(joining(", "));
    }

    private String changed() {
        return """
                SELECT s.* %1$s REPLACE (%5$s AS _hash), %2$s AS customer,
                    m.id IS NOT NULL AS known, m.customer IS NOT NULL AND m.customer <> %2$s AS moved
                FROM %3$s WHERE %4$s AND (m.id IS NULL OR m.hash <> %5$s OR m.customer IS DISTINCT FROM %2$s)
                """.formatted(made ? "EXCLUDE (customer)" : "", customer(), candidates("LEFT"), known(), hash());
    }

    /** Records that were noted and turn out to be as the graph was told. Those that wait for another stay noted. */
    private String unchanged() {
        return "SELECT s.id FROM %s WHERE m.hash = %s AND m.customer IS NOT DISTINCT FROM %s".formatted(
                candidates("INNER"), hash(), customer());
    }

    private String candidates(String join) {
        String owner = kind.belongsToCustomer() ? "JOIN assignment a ON a.record = s.party" : "";
        return """
                (SELECT * FROM %1$s WHERE id IN (SELECT id FROM %2$s)) s %3$s
                %4$s JOIN (SELECT * FROM %5$s WHERE id IN (SELECT id FROM %2$s)) m ON m.id = s.id""".formatted(
                Tables.staged(kind), Tables.untold(kind), owner, join, Tables.merged(kind));
    }

    private String customer() {
        return made ? "s.customer" : kind.belongsToCustomer() ? "a.customer" : "CAST(NULL AS VARCHAR)";
    }

    private String known() {
        return Stream.concat(Stream.of("true"),
                kind.references().filter(RecordField::required).map(this::exists)).collect(joining(" AND "));
    }

    /** A record changes as well when a record comes that it may do without, and when its circumstances change. */
    private String hash() {
        String coming = kind.references().filter(field -> !field.required())
                .map(field -> " || CASE WHEN %s THEN '+' ELSE '' END".formatted(exists(field))).collect(joining());
        return "s._hash || %s%s".formatted(Sql.text(circumstances.get()), coming);
    }

    /** Whether the graph was told of what a record refers to. */
    static String isTold(RecordField reference) {
        return "s.%s IN (SELECT id FROM merged.%s)".formatted(Sql.name(reference.name()),
                Sql.name(((FieldType.Reference) reference.type()).kind()));
    }

    /** Whether the graph was told of what a record refers to, or is about to be told of it at once with the record. */
    private String exists(RecordField reference) {
        String name = ((FieldType.Reference) reference.type()).kind();
        String known = "SELECT id FROM merged." + Sql.name(name);
        return "s.%s IN (%s)".formatted(Sql.name(reference.name()), staging.hasTable("todo", name)
                ? known + " UNION ALL SELECT id FROM todo." + Sql.name(name)
                : known);
    }

    /**
     * What the list is about, once it is prepared.
     *
     * @param added    records that the graph does not know
     * @param changed  records that it knows otherwise, or under another customer
     * @param closed   records that it knows, and whose source has them no more
     * @param examples ids of some of them, with what happens to each
     */
    public record Difference(long added, long changed, long closed, List<Example> examples) {}

    /**
     * One record of a list.
     *
     * @param id     its id
     * @param change {@code ADDED}, {@code CHANGED} or {@code CLOSED}
     */
    public record Example(String id, String change) {}

    /** What the list is about, once it is prepared. */
    public Difference difference(int examples) {
        String closed = made ? "false" : "_closed_at IS NOT NULL";
        String change = "CASE WHEN %s THEN 'CLOSED' WHEN known THEN 'CHANGED' ELSE 'ADDED' END".formatted(closed);
        List<Example> some = staging.query("""
                SELECT id, change FROM (SELECT id, _n, %1$s AS change,
                    row_number() OVER (PARTITION BY %1$s ORDER BY _n) AS nth FROM %2$s) WHERE nth <= %3$d ORDER BY change, _n
                """.formatted(change, Tables.todo(kind), examples),
                row -> new Example(row.getString(1), row.getString(2)));
        return staging.query("""
                SELECT count(*) FILTER (NOT known), count(*) FILTER (known AND NOT %1$s), count(*) FILTER (known AND %1$s)
                FROM %2$s""".formatted(closed, Tables.todo(kind)),
                row -> new Difference(row.getLong(1), row.getLong(2), row.getLong(3), some)).getFirst();
    }

    /** Rows from a place on, as a kind's merge statement takes them. */
    public List<Map<String, Object>> rows(long from, int limit) {
        return !isPrepared()
                ? List.of()
                : staging.query("SELECT %s FROM %s WHERE _n > %d AND _n <= %d ORDER BY _n".formatted(rows.columns(),
                        Tables.todo(kind), from, from + limit), rows::read);
    }

    /** Notes that the graph was told all of the list, and which customers it touched. */
    public void finish(boolean touchesSearch) {
        staging.together(() -> {
            String todo = Tables.todo(kind);
            String merged = Tables.merged(kind);
            if (touchesSearch) {
                staging.run("INSERT INTO touched SELECT m.customer FROM %s m JOIN %s t ON t.id = m.id WHERE t.moved"
                        .formatted(merged, todo));
                staging.run("INSERT INTO touched SELECT DISTINCT customer FROM %s WHERE customer IS NOT NULL"
                        .formatted(todo));
            }
            dependents.forEach(this::noteDependents);
            staging.run("DELETE FROM %s WHERE id IN (SELECT id FROM %s)".formatted(Tables.untold(kind), todo));
            staging.run("DELETE FROM %s WHERE id IN (SELECT id FROM %s)".formatted(merged, todo));
            staging.run("INSERT INTO %s SELECT id, _hash, customer FROM %s".formatted(merged, todo));
            staging.run("DROP TABLE " + todo);
        });
    }

    private void noteDependents(RecordKind dependent) {
        dependent.references().filter(field -> !field.required())
                .filter(field -> ((FieldType.Reference) field.type()).kind().equals(kind.name()))
                .forEach(field -> staging.run(
                        "INSERT INTO %s SELECT id FROM %s WHERE %s IN (SELECT id FROM %s WHERE NOT known)".formatted(
                                Tables.untold(dependent), Tables.staged(dependent), Sql.name(field.name()),
                                Tables.todo(kind))));
    }
}
