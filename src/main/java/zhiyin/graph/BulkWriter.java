package zhiyin.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Writes batches of rows, each in one transaction that the driver repeats when the store could not take it just then. */
@Component
public class BulkWriter {

    private final Driver driver;
    private final MeterRegistry meters;
    private final Timer writes;

    BulkWriter(Driver driver, MeterRegistry meters) {
        this.driver = driver;
        this.meters = meters;
        this.writes = Timer.builder("zhiyin.graph.write").description("Batches written to the graph, repeats included")
                .register(meters);
    }

    /** Runs a statement once for a batch of rows. Either all of it is written or nothing. */
    public void write(String statement, List<Map<String, Object>> rows, Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("rows", rows);
        Attempts attempts = new Attempts(meters);
        writes.record(() -> {
            try (Session session = driver.session()) {
                session.executeWriteWithoutResult(
                        transaction -> attempts.attempt(() -> transaction.run(statement, all).consume()));
            }
        });
    }

    /**
     * Runs a statement at the same time for as many parts of some rows as there are lanes. Each part is written whole or not
     * at all. Rows in order of what they write to keep the lanes out of each other's way.
     */
    public void write(String statement, List<Map<String, Object>> rows, Map<String, Object> parameters, int lanes) {
        int length = Math.ceilDiv(rows.size(), lanes);
        List<Callable<Void>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += length) {
            List<Map<String, Object>> part = rows.subList(from, Math.min(rows.size(), from + length));
            parts.add(() -> {
                write(statement, part, parameters);
                return null;
            });
        }
        runAll(parts);
    }

    private static void runAll(List<Callable<Void>> parts) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> part : executor.invokeAll(parts)) {
                part.get();
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the graph was written to", stopped);
        }
    }
}
