package zhiyin.golden;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.customer.SourceRecord;
import zhiyin.graph.Row;

/**
 * What a record of a source says of a customer.
 *
 * @param id     of the record in the graph
 * @param record the record
 * @param values what it says, by attribute
 */
record Saying(String id, SourceRecord record, Row values) {

    static Saying of(Row record) {
        return new Saying(record.text("id"), SourceRecord.of(record), record);
    }

    boolean isClosed() {
        return record.deletedAt() != null;
    }

    @Nullable
    OffsetDateTime observedAt() {
        return values.optionalInstant("observedAt");
    }

    /** What it says of an attribute. */
    @Nullable
    String text(String attribute) {
        return text(values, attribute);
    }

    boolean says(String attribute, @Nullable String value) {
        return value != null && value.equals(text(attribute));
    }

    /** An attribute as people read it. */
    static @Nullable String text(Row values, String attribute) {
        return switch (values.values().get(attribute)) {
            case null -> null;
            case LocalDate date -> date.toString();
            case Number number -> number.toString();
            case Object text -> String.valueOf(text);
        };
    }
}
