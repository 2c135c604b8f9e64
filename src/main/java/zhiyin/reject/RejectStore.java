package zhiyin.reject;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import zhiyin.relay.Connection;
import zhiyin.relay.Cursor;
import zhiyin.relay.Edge;
import zhiyin.relay.PageRequest;
import zhiyin.staging.RejectReason;
import zhiyin.staging.Rejects;
import zhiyin.staging.Rejects.Rejected;

/** The refused rows of every load, for all nodes of the hub to read. */
@Component
public class RejectStore {

    private static final int BATCH = 1_000;

    private static final String INSERT = """
            INSERT INTO reject (load, position, source, feed, file, line, field, reason, message, row_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The rejects of a load that are asked for, with their rows. */
    static final String JOINED = """
            FROM reject r LEFT JOIN refused_row w ON w.source = r.source AND w.feed = r.feed AND w.hash = r.row_hash
            WHERE r.load = :load AND %s
            """.formatted(RejectFilter.CONDITION);

    private static final String PAGE = "SELECT r.position, %s, %s %s AND r.position > :after ORDER BY r.position LIMIT :limit"
            .formatted(RejectRow.COLUMNS, StoredRow.COLUMNS.formatted("r.load"), JOINED);

    private static final String GROUPS = """
            SELECT r.source, r.feed, r.reason, count(*) AS count,
                count(*) FILTER (WHERE coalesce(w.status, 'OPEN') IN ('OPEN', 'REFUSED_AGAIN')) AS open
            %s GROUP BY r.source, r.feed, r.reason ORDER BY r.source, r.feed, count(*) DESC, r.reason
            """.formatted(JOINED);

    private final NamedParameterJdbcTemplate jdbc;
    private final RowStore rows;
    private final CorrectionStore corrections;
    private final Disclosure disclosure;

    RejectStore(NamedParameterJdbcTemplate jdbc, RowStore rows, CorrectionStore corrections, Disclosure disclosure) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.corrections = corrections;
        this.disclosure = disclosure;
    }

    /** Notes what was refused in a load, in place of what was noted before, and what came of the rows that were corrected. */
    @Transactional
    public void replace(long load, Rejects rejects) {
        jdbc.getJdbcTemplate().update("DELETE FROM reject WHERE load = ?", load);
        int[] position = {0};
        List<Rejected> batch = new ArrayList<>(BATCH);
        rejects.each(load, reject -> {
            batch.add(reject);
            if (batch.size() == BATCH) {
                write(load, batch, position);
            }
        });
        write(load, batch, position);
        rows.keep(load, rejects);
        rows.settle(load, rejects.corrected(load));
    }

    private void write(long load, List<Rejected> batch, int[] position) {
        JdbcTemplate plain = jdbc.getJdbcTemplate();
        plain.batchUpdate(INSERT, batch, BATCH, (insert, reject) -> {
            insert.setLong(1, load);
            insert.setInt(2, ++position[0]);
            insert.setString(3, reject.source());
            insert.setString(4, reject.feed());
            insert.setString(5, reject.file());
            insert.setLong(6, reject.line());
            insert.setString(7, reject.field());
            insert.setString(8, reject.reason().name());
            insert.setString(9, reject.message());
            insert.setString(10, reject.hash());
        });
        batch.clear();
    }

    /** Forgets the values of rows that nobody corrected and no load has refused for some time; the rejects stay. */
    public void forget(Duration after) {
        rows.forget(after);
    }

    /** How many rows a load refused. */
    public int count(long load) {
        Integer count = jdbc.getJdbcTemplate().queryForObject(
                "SELECT count(*) FROM (SELECT DISTINCT file, line FROM reject WHERE load = ?) AS refused",
                Integer.class, load);
        return count == null ? 0 : count;
    }

    /** Whether corrected rows of some sources or feeds, or of any when none is named, wait for a load to take them. */
    public boolean isAnyWaiting(List<String> feeds) {
        return corrections.isAnyWaiting(feeds);
    }

    /** A page of the rejects of a load. */
    public Connection<Reject> page(long load, RejectFilter filter, PageRequest page) {
        List<Object> after = page.afterKeys("rejects", Integer::valueOf);
        List<RejectRow> found = jdbc.query(PAGE, filter.parameters(
                Map.of("load", load, "after", after.isEmpty() ? 0 : after.getFirst(), "limit", page.limit())),
                (row, number) -> RejectRow.of(row));
        Integer total = jdbc.queryForObject("SELECT count(*) " + JOINED, filter.parameters(Map.of("load", load)),
                Integer.class);
        return Connection.ofEdges(found, page, total == null ? 0 : total, reject -> Edge
                .of(Cursor.at("rejects", Integer.toString(reject.position())), reject.shown(disclosure)));
    }

    /** The rejects of a load by feed and reason, the most frequent reasons of a feed first. */
    public List<RejectGroup> groups(long load) {
        return jdbc.query(GROUPS, RejectFilter.ANY.parameters(Map.of("load", load)),
                (row, number) -> new RejectGroup(row.getString("source"), row.getString("feed"),
                        RejectReason.valueOf(row.getString("reason")), row.getInt("count"), row.getInt("open")));
    }
}
