package zhiyin.graph;

import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.springframework.stereotype.Component;

/** Writes batches of rows, each in one transaction that the driver repeats when the store could not take it just then. */
@Component
public class BulkWriter {

    private final Driver driver;

    BulkWriter(Driver driver) {
        this.driver = driver;
    }

    /** Runs a statement once for a batch of rows. Either all of it is written or nothing. */
    public void write(String statement, List<Map<String, Object>> rows, Map<String, Object> parameters) {
        Map<String, Object> all = new java.util.HashMap<>(parameters);
        all.put("rows", rows);
        try (Session session = driver.session()) {
            session.executeWriteWithoutResult(transaction -> transaction.run(statement, all).consume(),
                    TransactionConfig.empty());
        }
    }
}
