package zhiyin.staging;

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
     */
    public record Rejected(String source, String feed, String file, long line, @Nullable String field,
            RejectReason reason,
            String message) {}

    /** Hands over what was refused in a load, by file and line, keeping none. */
    public void each(long load, Consumer<Rejected> visitor) {
        staging.each("""
                SELECT source, feed, file, line, field, reason, message FROM reject WHERE load = %d
                ORDER BY source, feed, file, line, field
                """.formatted(load),
                row -> visitor.accept(new Rejected(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                        row.getString(5), RejectReason.valueOf(row.getString(6)), row.getString(7))));
    }

    /** Notes the rows of the files that a load read, changed or not, whose record speaks of a party or another record that no source has. */
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
                INSERT INTO reject SELECT %1$d, _source, _feed, _file, _line, %2$s, 'UNKNOWN_REFERENCE', %3$s || %5$s || ' is not known'
                FROM %4$s staged_row JOIN landed ON landed.source = _source AND landed.feed = _feed
                    AND landed.file = _file AND landed.load = %1$d AND landed.taken
                WHERE %5$s NOT IN (SELECT id FROM staged.%6$s)
                """.formatted(load, Sql.text(field.name()), Sql.text(kind.name() + "." + field.name() + ": "),
                Tables.staged(kind), "staged_row." + Sql.name(field.name()), Sql.name(known)));
    }
}
