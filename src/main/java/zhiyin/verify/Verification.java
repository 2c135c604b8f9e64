package zhiyin.verify;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** One comparison of the stores, as the schema describes it. */
record Verification(int number, boolean repair, VerificationStatus status, @Nullable String startedBy,
        OffsetDateTime startedAt, @Nullable OffsetDateTime endedAt, @Nullable String failure) {

    /** Where a comparison stands. */
    enum VerificationStatus {
        RUNNING, AGREED, REPAIRED, DIFFERED, FAILED
    }
}
