package zhiyin.reject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

import zhiyin.staging.Rejects;
import zhiyin.staging.Rejects.Corrected;
import zhiyin.staging.Rejects.Kept;

/** Refused rows with their values, each once however many loads refused it. */
@Component
class RowStore {

    private static final int BATCH = 500;

    private static final String KEEP = """
            INSERT INTO refused_row (source, feed, hash, cells, text, load, file, line)
            VALUES (?, ?, ?, CAST(? AS JSONB), ?, ?, ?, ?)
            ON CONFLICT (source, feed, hash) DO UPDATE SET load = excluded.load, file = excluded.file, line = excluded.line,
                seen_at = now()
            """;

    private static final String NOTE_REFERENCES = """
            UPDATE refused_row w SET of_reference = true FROM reject r
            WHERE r.load = :load AND r.reason = 'UNKNOWN_REFERENCE' AND r.source = w.source AND r.feed = w.feed
                AND r.row_hash = w.hash AND w.load = :load AND w.correction IS NULL
            """;

    private static final String REFUSED = """
            UPDATE refused_row SET status = 'REFUSED_AGAIN', accepted_in = NULL
            WHERE source = ? AND feed = ? AND hash = ? AND correction IS NOT NULL
            """;

    private static final String ACCEPTED = """
            UPDATE refused_row SET status = 'ACCEPTED', accepted_in = ?
            WHERE source = ? AND feed = ? AND hash = ? AND correction IS NOT NULL AND status <> 'ACCEPTED'
            """;

    private static final String BY_ID = "SELECT %s FROM refused_row w WHERE w.id IN (:ids)"
            .formatted(StoredRow.COLUMNS.formatted("(SELECT max(l.load) FROM reject l WHERE l.row_hash = w.hash)"));

    private final NamedParameterJdbcTemplate jdbc;

    RowStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the values of the rows that a load refused. */
    void keep(long load, Rejects rejects) {
        List<Kept> batch = new ArrayList<>(BATCH);
        rejects.eachKept(load, row -> {
            batch.add(row);
            if (batch.size() == BATCH) {
                write(load, batch);
            }
        });
        write(load, batch);
        jdbc.update(NOTE_REFERENCES, Map.of("load", load));
    }

    private void write(long load, List<Kept> batch) {
        jdbc.getJdbcTemplate().batchUpdate(KEEP, batch.stream().map(row -> new Object[]{row.source(), row.feed(),
                row.hash(), row.cells(), row.text(), load, row.file(), row.line()}).toList());
        batch.clear();
    }

    /** Forgets rows that nobody corrected and no load has refused for some time. */
    void forget(Duration after) {
        jdbc.update(
                "DELETE FROM refused_row WHERE correction IS NULL AND seen_at < now() - :seconds * INTERVAL '1 second'",
                Map.of("seconds", after.toSeconds()));
    }

    /** Notes what came of the rows that a load read as they were corrected. */
    void settle(long load, List<Corrected> corrected) {
        jdbc.getJdbcTemplate().batchUpdate(REFUSED, corrected.stream().filter(Corrected::isRefused)
                .map(row -> new Object[]{row.source(), row.feed(), row.hash()}).toList());
        jdbc.getJdbcTemplate().batchUpdate(ACCEPTED, corrected.stream().filter(row -> !row.isRefused())
                .map(row -> new Object[]{load, row.source(), row.feed(), row.hash()}).toList());
    }

    /** The rows of these ids that there are. */
    List<StoredRow> find(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : jdbc.query(BY_ID, Map.of("ids", ids), (row, number) -> StoredRow.of(row));
    }
}
