package zhiyin.customer;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;

/** A record in a source system, and how it was found to be a customer's, as the schema describes it. */
public record SourceRecord(String source, String feed, String key, @Nullable String rule, OffsetDateTime firstSeen,
        OffsetDateTime lastSeen, @Nullable OffsetDateTime deletedAt, Trace trace) implements Traced {

    /** The record that a row holds, with the rule among its values. */
    public static SourceRecord of(Row record) {
        return new SourceRecord(record.text("source"), record.text("feed"), record.text("key"),
                record.optionalText("rule"), record.instant("firstSeen"), record.instant("lastSeen"),
                record.optionalInstant("deletedAt"), Trace.of(record));
    }
}
