package zhiyin.reindex;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** One rebuild of the search index, as the schema describes it, and where it is. */
record Reindex(int number, String index, ReindexStatus status, @Nullable String startedBy, OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt, String position, int done, int total, @Nullable String failure) {

    /** Where a rebuild stands. */
    enum ReindexStatus {
        RUNNING, COMPLETED, FAILED, ABANDONED
    }
}
