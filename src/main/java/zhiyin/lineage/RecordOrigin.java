package zhiyin.lineage;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.model.RowPlace;

/**
 * A row of a source that made or closed a record, as the schema describes it.
 *
 * @param source     system that delivered it
 * @param feed       feed of that source
 * @param file       file or table; null for a snapshot as a whole
 * @param line       of the file, or number of the row in a table; null for a snapshot as a whole
 * @param loadNumber number of the load that took it over
 * @param sha256     hash of the file's bytes; null for tables and snapshots
 * @param loadedAt   when the load took it over
 */
public record RecordOrigin(String source, String feed, @Nullable String file, @Nullable Long line, int loadNumber,
        @Nullable String sha256, OffsetDateTime loadedAt) {

    static RecordOrigin of(OriginFile file, RowPlace place) {
        return new RecordOrigin(file.source(), file.feed(), file.file(), place.line() == 0 ? null : place.line(),
                file.load(), file.sha256(), file.takenAt());
    }
}
