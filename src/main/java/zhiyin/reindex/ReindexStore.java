package zhiyin.reindex;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import zhiyin.reindex.Reindex.ReindexStatus;

/** How far each rebuild is, for all nodes of the hub, and for the one that goes on after a kill. */
@Component
class ReindexStore {

    private static final String BEGIN = """
            INSERT INTO reindex (number, index_name, status, started_by, started_at, position, done, total)
            SELECT coalesce(max(number), 0) + 1, ?, 'RUNNING', ?, now(), '', 0, ? FROM reindex RETURNING number
            """;

    private static final String NOTE = """
            UPDATE reindex SET status = 'RUNNING', failure = NULL, position = ?, done = ? WHERE number = ?
            """;

    private static final String END = """
            UPDATE reindex SET status = ?, failure = ?, ended_at = now() WHERE number = ?
            """;

    private static final String LATEST = """
            SELECT * FROM reindex WHERE number = coalesce(?, (SELECT max(number) FROM reindex))
            """;

    private final JdbcTemplate jdbc;

    ReindexStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Reindex begin(String index, @Nullable String startedBy, int total) {
        Integer number = jdbc.queryForObject(BEGIN, Integer.class, index, startedBy, total);
        return find(Objects.requireNonNull(number)).orElseThrow();
    }

    void note(Reindex reindex, String position, int done) {
        jdbc.update(NOTE, position, done, reindex.number());
    }

    void end(Reindex reindex, ReindexStatus status, @Nullable String failure) {
        jdbc.update(END, status.name(), failure, reindex.number());
    }

    /** A rebuild by its number, or the latest. */
    Optional<Reindex> find(@Nullable Integer number) {
        return jdbc.query(LATEST, (row, position) -> reindex(row), number).stream().findFirst();
    }

    private static Reindex reindex(ResultSet row) throws SQLException {
        return new Reindex(row.getInt("number"), row.getString("index_name"),
                ReindexStatus.valueOf(row.getString("status")), row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class), row.getObject("ended_at", OffsetDateTime.class),
                row.getString("position"), row.getInt("done"), row.getInt("total"), row.getString("failure"));
    }
}
