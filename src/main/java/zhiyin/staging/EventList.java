package zhiyin.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import zhiyin.model.EventDocument;
import zhiyin.model.FieldType;
import zhiyin.model.History;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/**
 * Events of a kind as documents for the search server, in a list that is made once and survives a crash. DuckDB writes the
 * documents: the hub only passes them on.
 */
public class EventList {

    private static final String INSTANT = "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ')";

    private final Staging staging;
    private final RecordKind kind;
    private final History history;
    private final Purpose purpose;

    /** What a list is for, which is the schema that it lies in. */
    private enum Purpose {
        INDEXING, REBUILDING, COMPARING
    }

    private EventList(Staging staging, RecordKind kind, Purpose purpose) {
        this.staging = staging;
        this.kind = kind;
        this.history = requireNonNull(kind.history(), kind.name());
        this.purpose = purpose;
    }

    /** The events of which search may have to be told. */
    public static EventList toIndex(Staging staging, RecordKind kind) {
        return new EventList(staging, kind, Purpose.INDEXING);
    }

    /** All events, for who fills an index anew. */
    public static EventList toRebuild(Staging staging, RecordKind kind) {
        return new EventList(staging, kind, Purpose.REBUILDING);
    }

    /** All events, for who compares. */
    public static EventList toCompare(Staging staging, RecordKind kind) {
        return new EventList(staging, kind, Purpose.COMPARING);
    }

    /** Notes that search has lost all of them. */
    public void noteAll() {
        staging.run("INSERT INTO %s SELECT id FROM %s".formatted(Tables.unindexed(kind), Tables.staged(kind)));
    }

    /** Makes the list of what is staged now, each at a version. Answers how long it is. */
    public long prepare(long version) {
        // events wait for their party; an assignment is there once somebody was resolved
        String whose = staging.hasTable("main", "assignment") ? "assignment" : "(SELECT '' AS record, '' AS customer)";
        String rows = purpose == Purpose.INDEXING
                ? "(SELECT DISTINCT id FROM %s) u LEFT JOIN %s s ON s.id = u.id LEFT JOIN %s a ON a.record = s.party WHERE s.id IS NULL OR a.customer IS NOT NULL"
                        .formatted(Tables.unindexed(kind), Tables.staged(kind), whose)
                : "%s s JOIN %s a ON a.record = s.party".formatted(Tables.staged(kind), whose);
        staging.run("""
                CREATE OR REPLACE TABLE %1$s AS SELECT row_number() OVER () AS _n, *, strlen(document) AS _bytes FROM (
                    SELECT %2$s.id, CASE WHEN s.id IS NOT NULL THEN %3$s END AS document, CAST(%4$d AS BIGINT) AS version
                    FROM %5$s)
                """.formatted(table(), purpose == Purpose.INDEXING ? "u" : "s", document(), version, rows));
        return count();
    }

    private String document() {
        String fields = kind.fields().stream().filter(field -> field.type() != FieldType.Plain.PARTY)
                .map(field -> "%s: %s".formatted(Sql.text(field.isReference() ? field.name() + "Id" : field.name()),
                        value(field)))
                .collect(joining(", "));
        // a patch takes what is absent away
        return "CAST(json_merge_patch('{}', to_json({'id': s.id, '%s': a.customer, '%s': epoch_us(s.%s), 'closedAt': %s, 'origin': s._origin, 'closedBy': s._closed_by, %s})) AS VARCHAR)"
                .formatted(EventDocument.CUSTOMER, EventDocument.AT, Sql.name(history.moment()),
                        INSTANT.formatted("s._closed_at"), fields);
    }

    private static String value(RecordField field) {
        String name = "s." + Sql.name(field.name());
        return field.type() == FieldType.Plain.DATE_TIME ? INSTANT.formatted(name) : name;
    }

    /** How long the list is; 0 when there is none. */
    public long count() {
        return isPrepared() ? staging.number("SELECT count(*) FROM " + table()) : 0;
    }

    /** Whether the list is there: made, and not finished yet. */
    public boolean isPrepared() {
        return staging.hasTable(schema(), kind.name());
    }

    /**
     * The next events, from a number on that is counted from 0.
     *
     * @param from  how many were taken before
     * @param most  how many at most
     * @param bytes how long their documents may be together; one event is always taken
     */
    public List<EventDocument> next(long from, int most, long bytes) {
        if (!isPrepared()) {
            return List.of();
        }
        long last = staging.number("""
                SELECT coalesce(max(_n) FILTER (total <= %d), %d) FROM (
                    SELECT _n, sum(coalesce(_bytes, 0)) OVER (ORDER BY _n) AS total FROM %s WHERE _n > %d AND _n <= %d)
                """.formatted(bytes, from + 1, table(), from, from + most));
        return staging.query("SELECT id, document, version FROM %s WHERE _n > %d AND _n <= %d ORDER BY _n"
                .formatted(table(), from, last), EventList::event);
    }

    private static EventDocument event(ResultSet row) throws SQLException {
        return new EventDocument(row.getString(1), row.getString(2), row.getLong(3));
    }

    /** Which of some ids are in the list. */
    public Set<String> known(List<String> ids) {
        return new HashSet<>(staging.query("SELECT id FROM %s WHERE id IN (SELECT unnest(string_split(?, chr(31))))"
                .formatted(table()), row -> row.getString(1), String.join("\u001F", ids)));
    }

    /** The index that the list was made for, while it is there: see {@link #note}. */
    public Optional<String> rebuilding() {
        return isPrepared()
                ? staging.query("SELECT index_name FROM rebuilt WHERE kind = ?", row -> row.getString(1), kind.name())
                        .stream().findFirst()
                : Optional.empty();
    }

    /** How many of the list were noted to be in the index. */
    public long rebuilt() {
        return staging.number("SELECT coalesce(max(done), 0) FROM rebuilt WHERE kind = ?", kind.name());
    }

    /** Notes how many of the list are in an index. */
    public void note(String index, long done) {
        staging.together(() -> {
            staging.update("DELETE FROM rebuilt WHERE kind = ?", kind.name());
            staging.update("INSERT INTO rebuilt VALUES (?, ?, ?)", kind.name(), index, done);
        });
    }

    /** Drops the list; when it was for search, search was told of all of it. May be repeated. */
    public void finish() {
        if (isPrepared()) {
            staging.together(() -> {
                switch (purpose) {
                    case INDEXING -> staging.run("DELETE FROM %s WHERE id IN (SELECT id FROM %s)".formatted(
                            Tables.unindexed(kind), table()));
                    case REBUILDING -> staging.update("DELETE FROM rebuilt WHERE kind = ?", kind.name());
                    case COMPARING -> {
                        // nothing is noted of it
                    }
                }
                staging.run("DROP TABLE " + table());
            });
        }
    }

    private String schema() {
        return purpose.name().toLowerCase(Locale.ROOT);
    }

    private String table() {
        return schema() + "." + Sql.name(kind.name());
    }
}
