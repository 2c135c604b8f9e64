package zhiyin.lineage;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/** A file or table that a load took over, or a snapshot as a whole, under a number of its own. */
record OriginFile(int number, int load, String source, String feed, @Nullable String file, @Nullable String sha256,
        OffsetDateTime takenAt) {}
