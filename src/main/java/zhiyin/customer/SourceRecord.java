package zhiyin.customer;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;

record SourceRecord(String source, String feed, String key, @Nullable String rule, OffsetDateTime firstSeen,
        OffsetDateTime lastSeen, @Nullable OffsetDateTime deletedAt) {

    static SourceRecord of(Row record) {
        return new SourceRecord(record.text("source"), record.text("feed"), record.text("key"),
                record.optionalText("rule"), record.instant("firstSeen"), record.instant("lastSeen"),
                record.optionalInstant("deletedAt"));
    }
}
