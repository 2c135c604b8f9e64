package zhiyin.staging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** What is wrong with a file that is being read: goes to the temporary table {@code fault}, a part at a time. */
class Faults {

    private static final int BATCH = 10_000;

    private final Staging staging;
    private final List<Fault> waiting = new ArrayList<>();

    Faults(Staging staging) {
        this.staging = staging;
        staging.run("CREATE OR REPLACE TEMP TABLE fault (line BIGINT, field VARCHAR, reason VARCHAR, message VARCHAR)");
        staging.run(
                "CREATE OR REPLACE TEMP TABLE caution (line BIGINT, field VARCHAR, reason VARCHAR, message VARCHAR)");
    }

    private record Fault(long line, @Nullable String field, RejectReason reason, String message) {}

    void add(long line, @Nullable String field, RejectReason reason, String message) {
        waiting.add(new Fault(line, field, reason, message));
        if (waiting.size() == BATCH) {
            write();
        }
    }

    /** Forgets what was found in single rows: the file is refused as a whole. */
    void clear() {
        waiting.clear();
        staging.run("DELETE FROM fault");
    }

    /** Writes what still waits. */
    void write() {
        staging.append("fault", this::write);
        waiting.clear();
    }

    private void write(DuckDBAppender table) throws SQLException {
        for (Fault fault : waiting) {
            table.beginRow();
            table.append(fault.line()).append(fault.field()).append(fault.reason().name()).append(fault.message());
            table.endRow();
        }
    }
}
