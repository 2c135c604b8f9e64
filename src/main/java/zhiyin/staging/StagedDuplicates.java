package zhiyin.staging;

import zhiyin.source.Feed;
import zhiyin.source.RecordMapping;

/**
 * Finds corrected rows that come without their file and repeat what another row of it was taken for. The rest of the file is not
 * there to be compared with; what became of it is staged.
 */
class StagedDuplicates {

    private final Staging staging;
    private final Delivery.Corrected rows;

    StagedDuplicates(Staging staging, Delivery.Corrected rows) {
        this.staging = staging;
        this.rows = rows;
    }

    /** Notes in {@code fault} rows whose key, where the feed says that it is unique, another row of the file has. */
    void refuse(RecordMapping mapping, Mapped mapped) {
        if (!isUnique(mapping)) {
            return;
        }
        staging.update("""
                INSERT INTO fault SELECT m._line, ?, 'DUPLICATE', 'line ' || s._line || ' has the same value'
                FROM %s m JOIN %s s ON s.id = m.id JOIN corrected c ON c.line = m._line
                JOIN landed l ON l.source = s._source AND l.feed = s._feed AND l.file = s._file AND l.load = c.load
                WHERE s._source = ? AND s._feed = ? AND s._file = ? AND s._line <> m._line AND m._line NOT IN (SELECT line FROM fault)
                """.formatted(mapped.tableName(), Tables.staged(mapped.kind())), String.join("+", mapping.key()),
                rows.source().source(), rows.feedName(), rows.name());
    }

    private boolean isUnique(RecordMapping mapping) {
        Feed feed = rows.feed();
        return mapping.key().stream().anyMatch(column -> feed.column(column).unique())
                || feed.unique() != null && mapping.key().containsAll(feed.unique());
    }
}
