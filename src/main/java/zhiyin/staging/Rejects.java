package zhiyin.staging;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** Rows that were refused, by load. */
public class Rejects {

    private final Staging staging;

    /** The rejects noted in a staging. */
    public Rejects(Staging staging) {
        this.staging = staging;
    }

    /**
     * A row that was refused, once for each rule that it broke.
     *
     * @param source  system that delivered it
     * @param feed    feed of that source
     * @param file    file, relative to the input folder
     * @param line    line on which the row begins, counted from 1
     * @param field   column at fault; null when the whole row is
     * @param reason  rule that was broken
     * @param message what was found and what was expected
     * @param hash    of the row as it was delivered; null when its values were not kept
     */
    public record Rejected(String source, String feed, String file, long line, @Nullable String field,
            RejectReason reason, String message, @Nullable String hash) {}

    /**
     * What is kept of a row that was refused.
     *
     * @param source system that delivered it
     * @param feed   feed of that source
     * @param hash   of its values
     * @param file   file, relative to the input folder
     * @param line   line on which the row begins, counted from 1
     * @param cells  its texts by column, as JSON
     * @param text   what could not be told apart by columns; null when nothing
     */
    public record Kept(String source, String feed, String hash, String file, long line, String cells,
            @Nullable String text) {}

    /**
     * A row that was read as somebody corrected it.
     *
     * @param source    system that delivered it
     * @param feed      feed of that source
     * @param hash      of the row as it was delivered
     * @param isRefused whether it was refused all the same
     */
    public record Corrected(String source, String feed, String hash, boolean isRefused) {}

    /** Hands over the rows of a load whose values are kept, keeping none. */
    public void eachKept(long load, Consumer<Kept> visitor) {
        staging.each("""
                SELECT source, feed, hash, file, line, cells, text FROM refused_row WHERE load = %d ORDER BY source, feed, file, line
                """.formatted(load),
                row -> visitor.accept(new Kept(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getLong(5), row.getString(6), row.getString(7))));
    }

    /** The rows that a load read as somebody corrected them. One that is there more than once is refused when it always is. */
    public List<Corrected> corrected(long load) {
        return staging.query("""
                SELECT source, feed, hash, bool_and(EXISTS (SELECT 1 FROM reject r WHERE r.load = c.load AND r.source = c.source
                    AND r.feed = c.feed AND r.file = c.file AND r.line = c.line)) FROM corrected_row c WHERE load = ? GROUP BY ALL
                """, row -> new Corrected(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)),
                load);
    }

    /** Hands over what was refused in a load, by file and line, keeping none. */
    public void each(long load, Consumer<Rejected> visitor) {
        staging.each("""
                SELECT source, feed, file, line, field, reason, message, row_hash FROM reject WHERE load = %d
                ORDER BY source, feed, file, line, field
                """.formatted(load),
                row -> visitor.accept(new Rejected(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                        row.getString(5), RejectReason.valueOf(row.getString(6)), row.getString(7),
                        row.getString(8))));
    }

    /** Notes the rows that a load read, changed or not, whose record speaks of a party or another record that no source has. */
    public void noteUnknownReferences(RecordKind kind, long load) {
        for (RecordField field : kind.fields()) {
            switch (field.type()) {
                case FieldType.Plain plain when plain == FieldType.Plain.PARTY -> note(kind, field, load, Tables.PARTY);
                case FieldType.Reference reference when field.required() -> note(kind, field, load, reference.kind());
                default -> {
                    // other fields name nothing
                }
            }
        }
    }

    private void note(RecordKind kind, RecordField field, long load, String known) {
        staging.update("DELETE FROM reject WHERE load = ? AND reason = 'UNKNOWN_REFERENCE' AND message LIKE ?", load,
                kind.name() + "." + field.name() + ":%");
        staging.update("""
                INSERT INTO reject
                SELECT %1$d, _source, _feed, _file, _line, %2$s, 'UNKNOWN_REFERENCE', %3$s || %5$s || ' is not known', c.hash
                FROM %4$s staged_row LEFT JOIN corrected_row c
                    ON c.load = %1$d AND c.source = _source AND c.feed = _feed AND c.file = _file AND c.line = _line
                WHERE %5$s NOT IN (SELECT id FROM staged.%6$s) AND (c.hash IS NOT NULL OR (_source, _feed, _file) IN (
                    SELECT (source, feed, file) FROM landed WHERE load = %1$d AND taken))
                """.formatted(load, Sql.text(field.name()), Sql.text(kind.name() + "." + field.name() + ": "),
                Tables.staged(kind), "staged_row." + Sql.name(field.name()), Sql.name(known)));
    }
}
