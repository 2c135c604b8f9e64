package zhiyin.verify;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import zhiyin.relay.Connection;
import zhiyin.relay.Cursor;
import zhiyin.relay.Edge;
import zhiyin.relay.PageRequest;
import zhiyin.verify.Difference.Problem;
import zhiyin.verify.Difference.Store;
import zhiyin.verify.Verification.VerificationStatus;

/** What comparisons found, for all nodes of the hub to read; the latest of them are kept. */
@Component
class VerificationStore {

    private static final int KEPT = 50;
    private static final int BATCH = 500;

    private static final String BEGIN = """
            INSERT INTO verification (number, repair, status, started_by, started_at)
            SELECT coalesce(max(number), 0) + 1, ?, 'RUNNING', ?, now() FROM verification RETURNING number
            """;

    private static final String LATEST = """
            SELECT * FROM verification WHERE number = coalesce(?, (SELECT max(number) FROM verification))
            """;

    private static final String TALLY = """
            INSERT INTO verification_tally (verification, position, store, kind, expected, found, expected_hash,
                found_hash, differences, repaired)
            SELECT ?, count(*), ?, ?, ?, ?, ?, ?, ?, ? FROM verification_tally WHERE verification = ?
            """;

    private static final String DIFFERENCE = """
            INSERT INTO difference (verification, position, store, kind, id, problem, fields, repaired)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String DIFFERENCES = """
            SELECT * FROM difference WHERE verification = ? AND position > ? ORDER BY position LIMIT ?
            """;

    private static final String INTERRUPTED = """
            UPDATE verification SET status = 'FAILED', failure = 'The hub ended before it', ended_at = now()
            WHERE status = 'RUNNING'
            """;

    private final JdbcTemplate jdbc;

    VerificationStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins one, while no other can run: one that seems to was interrupted. */
    Verification begin(boolean repair, @Nullable String startedBy) {
        jdbc.update(INTERRUPTED);
        int number = Objects.requireNonNull(jdbc.queryForObject(BEGIN, Integer.class, repair, startedBy));
        jdbc.update("DELETE FROM verification WHERE number <= ?", number - KEPT);
        return find(number).orElseThrow();
    }

    void end(int number, VerificationStatus status, @Nullable String failure) {
        jdbc.update("UPDATE verification SET status = ?, failure = ?, ended_at = now() WHERE number = ?",
                status.name(), failure, number);
    }

    void add(int number, Tally tally) {
        jdbc.update(TALLY, number, tally.store().name(), tally.kind(), tally.expected(), tally.found(),
                tally.expectedHash(), tally.foundHash(), tally.differences(), tally.repaired(), number);
    }

    /** Notes differences, the first of which has a position counted from 1. */
    void add(int number, int position, List<Difference> differences) {
        int[] at = {position};
        jdbc.batchUpdate(DIFFERENCE, differences, BATCH, (insert, difference) -> {
            insert.setInt(1, number);
            insert.setInt(2, at[0]++);
            insert.setString(3, difference.store().name());
            insert.setString(4, difference.kind());
            insert.setString(5, difference.id());
            insert.setString(6, difference.problem().name());
            insert.setArray(7, insert.getConnection().createArrayOf("text", difference.fields().toArray()));
            insert.setBoolean(8, difference.repaired());
        });
    }

    /** A comparison by its number, or the latest. */
    Optional<Verification> find(@Nullable Integer number) {
        return jdbc.query(LATEST, (row, position) -> new Verification(row.getInt("number"), row.getBoolean("repair"),
                VerificationStatus.valueOf(row.getString("status")), row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class), row.getObject("ended_at", OffsetDateTime.class),
                row.getString("failure")), number).stream().findFirst();
    }

    List<Tally> tallies(int number) {
        return jdbc.query("SELECT * FROM verification_tally WHERE verification = ? ORDER BY position",
                (row, position) -> new Tally(Store.valueOf(row.getString("store")), row.getString("kind"),
                        row.getInt("expected"), row.getInt("found"), row.getString("expected_hash"),
                        row.getString("found_hash"), row.getInt("differences"), row.getInt("repaired")),
                number);
    }

    /** The differences that were kept, in the order in which they were found. */
    List<Difference> differences(int number, int after, int limit) {
        return jdbc.query(DIFFERENCES, (row, position) -> difference(row), number, after, limit);
    }

    Connection<Difference> page(int number, PageRequest page) {
        List<String> after = page.afterKeys("differences", 1);
        int from = after.isEmpty() ? 0 : Integer.parseInt(after.getFirst());
        List<Difference> found = differences(number, from, page.limit());
        Integer total = jdbc.queryForObject("SELECT count(*) FROM difference WHERE verification = ?", Integer.class,
                number);
        int[] position = {from};
        return Connection.ofEdges(found, page, total == null ? 0 : total, difference -> Edge
                .of(Cursor.at("differences", Integer.toString(++position[0])), difference));
    }

    private static Difference difference(ResultSet row) throws SQLException {
        Array fields = row.getArray("fields");
        return new Difference(Store.valueOf(row.getString("store")), row.getString("kind"), row.getString("id"),
                Problem.valueOf(row.getString("problem")), List.of((String[]) fields.getArray()),
                row.getBoolean("repaired"));
    }
}
