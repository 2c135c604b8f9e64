package zhiyin.load;

import java.util.Optional;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The load that was started last, on whichever node of the hub it runs. */
@Component
class NewestLoad {

    /** Looks at two rows, found by their keys, however many loads there were. Batch counts a version up with every slice. */
    private static final String STATE = """
            SELECT concat_ws(' ', e.job_execution_id, e.version, s.step_execution_id, s.version)
            FROM (SELECT job_execution_id, version FROM batch_job_execution ORDER BY job_execution_id DESC LIMIT 1) e
            LEFT JOIN LATERAL (SELECT step_execution_id, version FROM batch_step_execution
                ORDER BY step_execution_id DESC LIMIT 1) s ON true
            """;

    private static final String NUMBER = """
            SELECT CAST(p.parameter_value AS BIGINT) FROM batch_job_execution_params p WHERE p.parameter_name = 'load'
                AND p.job_execution_id = (SELECT max(job_execution_id) FROM batch_job_execution)
            """;

    private final JdbcTemplate jdbc;
    private final LoadHistory history;

    NewestLoad(JdbcTemplate jdbc, LoadHistory history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    /** Something that is another whenever the load has gone on; empty when there was none yet. */
    String state() {
        return jdbc.queryForList(STATE, String.class).stream().findFirst().orElse("");
    }

    /** The load; empty when there was none yet. */
    Optional<Load> find() {
        return jdbc.queryForList(NUMBER, Long.class).stream().findFirst().flatMap(history::find);
    }
}
