package zhiyin.staging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** How new the newest row is that was read of each table, so that the next reading begins there. */
class Watermarks {

    private final Staging staging;

    Watermarks(Staging staging) {
        this.staging = staging;
        staging.run("""
                CREATE TABLE IF NOT EXISTS watermark (source VARCHAR, feed VARCHAR, fingerprint VARCHAR, value VARCHAR,
                    PRIMARY KEY (source, feed))
                """);
    }

    /** The newest value seen of a feed; null when it was never read with this declaration. */
    @Nullable
    String of(String source, String feed, String fingerprint) {
        List<String> seen = staging.query(
                "SELECT value FROM watermark WHERE source = ? AND feed = ? AND fingerprint = ?",
                row -> row.getString(1),
                source, feed, fingerprint);
        return seen.isEmpty() ? null : seen.getFirst();
    }

    /** Notes the newest value of the rows that {@code raw} and {@code typed} hold; without one the last stays. */
    void note(Delivery.Table table, String column) {
        staging.update("""
                INSERT OR REPLACE INTO watermark
                SELECT ?, ?, ?, arg_max(given(raw.%1$s), typed.%1$s) FROM typed JOIN raw ON raw._line = typed._line
                HAVING max(typed.%1$s) IS NOT NULL
                """.formatted(Sql.name(column)), table.source().source(), table.feedName(), table.fingerprint());
    }
}
