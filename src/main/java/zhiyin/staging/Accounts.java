package zhiyin.staging;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What the rows of a load came to, file by file: each row to exactly one thing. */
public class Accounts {

    private static final String FILES = """
            WITH unknown AS (
                SELECT source, feed, file, line FROM reject WHERE load = ?
                GROUP BY ALL HAVING bool_and(reason = 'UNKNOWN_REFERENCE')),
            moved AS (
                SELECT source, feed, file, count(*) AS n, count(*) FILTER (outcome = 3) AS added,
                    count(*) FILTER (outcome = 2) AS closed, count(*) FILTER (outcome = 1) AS changed,
                    count(*) FILTER (outcome IS NULL) AS unchanged
                FROM unknown LEFT JOIN outcome USING (source, feed, file, line) GROUP BY ALL)
            SELECT source, feed, file, sha256, bytes, refused, taken, "rows", rejected + coalesce(m.n, 0),
                l.added - coalesce(m.added, 0), l.changed - coalesce(m.changed, 0),
                l.unchanged - coalesce(m.unchanged, 0), l.closed - coalesce(m.closed, 0)
            FROM (SELECT source, feed, file, sha256, bytes, refused, taken, "rows", rejected, added, changed, unchanged, closed
                FROM landed WHERE load = ?
                UNION ALL SELECT source, feed, file, NULL, 0, NULL, true, "rows", rejected, added, changed, unchanged, closed
                FROM replayed WHERE load = ?) l
            LEFT JOIN moved m USING (source, feed, file) ORDER BY source, feed, file
            """;

    private static final String VANISHED = """
            SELECT source, feed, sum("rows") FROM vanished WHERE load = ? GROUP BY ALL ORDER BY source, feed
            """;

    private static final String NOTICES = """
            SELECT source, feed, file, severity, code, message FROM notice WHERE load = ?
            ORDER BY source, feed, file, code, message
            """;

    private final Staging staging;

    /** The accounts of a staging. */
    public Accounts(Staging staging) {
        this.staging = staging;
    }

    /**
     * The account of a file.
     *
     * @param source    system that delivered it
     * @param feed      feed of that source
     * @param file      its name, relative to the input folder
     * @param sha256    hash of its bytes; null for tables, and for corrected rows that came without the rest of their file
     * @param bytes     its size
     * @param refused   why nothing of it was taken though it can be read; null when it was
     * @param read      rows that it has
     * @param rejected  rows that were refused
     * @param added     rows that brought a record that was not known
     * @param changed   rows that changed a record
     * @param unchanged rows that changed nothing: what they say was known, or a later row says otherwise
     * @param closed    rows that said that a record is no more
     */
    public record FileAccount(String source, String feed, String file, @Nullable String sha256, long bytes,
            @Nullable String refused, long read, long rejected, long added, long changed, long unchanged,
            long closed) {

        /** Whether every row that was read came to something, and to one thing only. */
        public boolean isEven() {
            return read == rejected + added + changed + unchanged + closed;
        }
    }

    /**
     * Records of a snapshot that were closed because no row has them any more.
     *
     * @param source system
     * @param feed   feed of that source
     * @param closed how many
     */
    public record VanishedRecords(String source, String feed, long closed) {}

    /**
     * What is to be told of a delivery.
     *
     * @param source   system
     * @param feed     feed of that source
     * @param file     file; null when it is of the feed as a whole
     * @param severity {@code WARN}, or {@code FAIL} when it stops the load
     * @param code     what kind of thing it is
     * @param message  what was found, personal values masked
     */
    public record Notice(String source, String feed, @Nullable String file, String severity, String code,
            String message) {}

    /** The files that a load read. */
    public List<FileAccount> files(long load) {
        return staging.query(FILES, row -> new FileAccount(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getLong(5), row.getString(6), row.getLong(8), row.getLong(9), row.getLong(10),
                row.getLong(11), row.getLong(12), row.getLong(13)), load, load, load);
    }

    /** What a load closed because it was not delivered any more. */
    public List<VanishedRecords> vanished(long load) {
        return staging.query(VANISHED,
                row -> new VanishedRecords(row.getString(1), row.getString(2), row.getLong(3)), load);
    }

    /** What is to be told of the deliveries of a load. */
    public List<Notice> notices(long load) {
        return staging.query(NOTICES, row -> new Notice(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), row.getString(5), row.getString(6)), load);
    }

    /** Notes how much each feed delivered, for the next load to compare with. */
    public void remember(long load) {
        staging.together(() -> {
            staging.update("DELETE FROM feed_rows WHERE load = ?", load);
            staging.update("""
                    INSERT INTO feed_rows SELECT load, source, feed, sum("rows") FROM landed WHERE load = ? GROUP BY ALL
                    """, load);
        });
    }
}
