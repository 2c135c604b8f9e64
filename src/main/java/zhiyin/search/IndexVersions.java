package zhiyin.search;

import java.util.Objects;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Numbers what is read from the graph to be indexed, so that something read earlier never takes the place of something read
 * later, whichever arrives last. The numbers are the time in milliseconds, and one more than the last where the clock has not
 * gone on: they grow over all nodes of the hub, and after the database was put back from a backup as well.
 */
@Component
class IndexVersions {

    private static final String NEXT = """
            INSERT INTO index_version AS known (id, value)
            VALUES (1, CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT))
            ON CONFLICT (id) DO UPDATE SET value = greatest(known.value + 1, excluded.value)
            RETURNING value
            """;

    private final JdbcTemplate jdbc;

    IndexVersions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A number greater than all before. To be taken before the graph is read. */
    long next() {
        return Objects.requireNonNull(jdbc.queryForObject(NEXT, Long.class));
    }
}
