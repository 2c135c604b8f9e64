package zhiyin.load;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import zhiyin.staging.Staging;

/** What loads took in of each feed, and how new it is. */
@Component
class LandedFeeds {

    private static final String DELIVERIES = """
            SELECT source, feed, bool_or(load = ? AND "rows" > rejected), max(newest) FILTER (taken IS NOT FALSE)
            FROM landed GROUP BY ALL
            """;

    private final Staging staging;

    LandedFeeds(Staging staging) {
        this.staging = staging;
    }

    /**
     * A file that a load took in.
     *
     * @param file     relative to the input folder
     * @param rows     that it has
     * @param rejected rows of these that were refused
     */
    record LandedFile(String source, String feed, String file, long rows, long rejected) {}

    /**
     * What a feed has brought.
     *
     * @param at     begin of a load that took something good of it in; null when that load took none
     * @param newest how new what lies in staging is; null when nothing does
     */
    record Delivery(String source, String feed, @Nullable Instant at, @Nullable Instant newest) {}

    List<LandedFile> of(LoadRun run) {
        return staging.query("""
                SELECT source, feed, file, "rows", rejected FROM landed WHERE load = ? ORDER BY source, feed, file
                """, row -> new LandedFile(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                row.getLong(5)), run.number());
    }

    /** What all feeds have brought, up to a load. */
    List<Delivery> deliveries(LoadRun run) {
        return staging.query(DELIVERIES, row -> new Delivery(row.getString(1), row.getString(2),
                row.getBoolean(3) ? run.at() : null, instant(row.getObject(4, LocalDateTime.class))), run.number());
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime utc) {
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }
}
