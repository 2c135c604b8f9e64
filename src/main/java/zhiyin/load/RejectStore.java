package zhiyin.load;

import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import zhiyin.relay.Connection;
import zhiyin.relay.Cursor;
import zhiyin.relay.PageRequest;
import zhiyin.staging.RejectReason;
import zhiyin.staging.Rejects;
import zhiyin.staging.Rejects.Rejected;

/** The refused rows of every load, for all nodes of the hub to read. */
@Component
class RejectStore {

    private static final int BATCH = 1_000;

    private static final String INSERT = """
            INSERT INTO reject (load, position, source, feed, file, line, field, reason, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT position, source, feed, file, line, field, reason, message FROM reject
            WHERE load = ? AND position > ? ORDER BY position LIMIT ?
            """;

    private final JdbcTemplate jdbc;

    RejectStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes what was refused in a load, in place of what was noted before. */
    void replace(long load, Rejects rejects) {
        jdbc.update("DELETE FROM reject WHERE load = ?", load);
        int[] position = {0};
        List<Rejected> batch = new ArrayList<>(BATCH);
        rejects.each(load, reject -> {
            batch.add(reject);
            if (batch.size() == BATCH) {
                write(load, batch, position);
            }
        });
        write(load, batch, position);
    }

    private void write(long load, List<Rejected> batch, int[] position) {
        jdbc.batchUpdate(INSERT, batch, BATCH, (insert, reject) -> {
            insert.setLong(1, load);
            insert.setInt(2, ++position[0]);
            insert.setString(3, reject.source());
            insert.setString(4, reject.feed());
            insert.setString(5, reject.file());
            insert.setLong(6, reject.line());
            insert.setString(7, reject.field());
            insert.setString(8, reject.reason().name());
            insert.setString(9, reject.message());
        });
        batch.clear();
    }

    /** How many rows a load refused. */
    int count(long load) {
        Integer count = jdbc.queryForObject(
                "SELECT count(*) FROM (SELECT DISTINCT file, line FROM reject WHERE load = ?) AS refused",
                Integer.class, load);
        return count == null ? 0 : count;
    }

    Connection<Rejected> page(long load, PageRequest page) {
        List<String> after = page.afterKeys("rejects", 1);
        List<Positioned> found = jdbc.query(PAGE, (row, number) -> new Positioned(row.getInt("position"),
                new Rejected(row.getString("source"), row.getString("feed"), row.getString("file"), row.getLong("line"),
                        row.getString("field"), RejectReason.valueOf(row.getString("reason")),
                        row.getString("message"))),
                load, after.isEmpty() ? 0 : Integer.parseInt(after.getFirst()), page.limit());
        Integer total = jdbc.queryForObject("SELECT count(*) FROM reject WHERE load = ?", Integer.class, load);
        return Connection.ofEdges(found, page, total == null ? 0 : total, positioned -> zhiyin.relay.Edge.of(
                Cursor.at("rejects", Integer.toString(positioned.position())), positioned.rejected()));
    }

    private record Positioned(int position, Rejected rejected) {}
}
