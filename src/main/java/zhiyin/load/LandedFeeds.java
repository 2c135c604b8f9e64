package zhiyin.load;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.stereotype.Component;

import zhiyin.staging.Staging;

/** What loads took in of each feed, and when a feed last brought something good. */
@Component
class LandedFeeds {

    private static final String DELIVERED = """
            INSERT OR REPLACE INTO delivered
            SELECT DISTINCT source, feed, CAST(? AS TIMESTAMP) FROM landed WHERE load = ? AND "rows" > rejected
            """;

    private final Staging staging;

    LandedFeeds(Staging staging) {
        this.staging = staging;
        staging.run("CREATE TABLE IF NOT EXISTS delivered (source VARCHAR, feed VARCHAR, began TIMESTAMP, "
                + "PRIMARY KEY (source, feed))");
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
     * When a feed last brought something good.
     *
     * @param at begin of the load that took it in
     */
    record Delivery(String source, String feed, Instant at) {}

    List<LandedFile> of(LoadRun run) {
        return staging.query("""
                SELECT source, feed, file, "rows", rejected FROM landed WHERE load = ? ORDER BY source, feed, file
                """, row -> new LandedFile(row.getString(1), row.getString(2), row.getString(3), row.getLong(4),
                row.getLong(5)), run.number());
    }

    /** Notes which feeds brought something good in a load. */
    void note(LoadRun run) {
        staging.update(DELIVERED, LocalDateTime.ofInstant(run.at(), ZoneOffset.UTC).toString(), run.number());
    }

    List<Delivery> deliveries() {
        return staging.query("SELECT source, feed, began FROM delivered", row -> new Delivery(row.getString(1),
                row.getString(2), row.getTimestamp(3).toLocalDateTime().toInstant(ZoneOffset.UTC)));
    }
}
