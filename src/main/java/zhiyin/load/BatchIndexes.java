package zhiyin.load;

import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Indexes that Spring Batch's own tables lack: without them, whoever reads one load reads the history of all. */
@Component
@DependsOnDatabaseInitialization
class BatchIndexes {

    /** Nodes that start at once make them one after the other. */
    private static final String CREATE = """
            DO $$ BEGIN
                PERFORM pg_advisory_xact_lock(hashtext('zhiyin.batch-indexes'));
                CREATE INDEX IF NOT EXISTS batch_job_execution_of ON batch_job_execution (job_instance_id);
                CREATE INDEX IF NOT EXISTS batch_job_execution_params_of ON batch_job_execution_params (job_execution_id);
                CREATE INDEX IF NOT EXISTS batch_job_execution_params_load ON batch_job_execution_params (parameter_value)
                    WHERE parameter_name = 'load';
                CREATE INDEX IF NOT EXISTS batch_step_execution_of ON batch_step_execution (job_execution_id);
            END $$
            """;

    BatchIndexes(JdbcTemplate jdbc) {
        jdbc.execute(CREATE);
    }
}
