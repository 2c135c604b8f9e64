package zhiyin.reject;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads all rejects of a load, a part at a time. */
@Component
class RejectReader {

    private static final int PART = 500;

    private final NamedParameterJdbcTemplate jdbc;

    RejectReader(DataSource dataSource) {
        JdbcTemplate inParts = new JdbcTemplate(dataSource);
        inParts.setFetchSize(PART);
        this.jdbc = new NamedParameterJdbcTemplate(inParts);
    }

    /** The feeds that have some, as {@code source.feed}. */
    List<String> feeds(long load, RejectFilter filter) {
        return jdbc.queryForList("SELECT DISTINCT r.source || '.' || r.feed AS feed %s ORDER BY 1"
                .formatted(RejectStore.JOINED), filter.parameters(Map.of("load", load)), String.class);
    }

    /** Hands over each. PostgreSQL hands out parts only within a transaction. */
    @Transactional(readOnly = true)
    public void each(long load, RejectFilter filter, Consumer<RejectRow> visitor) {
        jdbc.query("SELECT r.position, %s, %s %s ORDER BY r.position".formatted(RejectRow.COLUMNS,
                StoredRow.COLUMNS.formatted("r.load"), RejectStore.JOINED), filter.parameters(Map.of("load", load)),
                row -> {
                    visitor.accept(RejectRow.of(row));
                });
    }
}
