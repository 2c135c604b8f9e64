package zhiyin.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Runs Cypher that features wrote: for reads and for writes of a few rows. Each call is one round trip. */
@Component
public class Graph {

    private final Neo4jClient client;
    private final Counter statements;
    private final Timer reads;

    Graph(Neo4jClient client, MeterRegistry meters) {
        this.client = client;
        this.statements = Counter.builder("zhiyin.graph.statements")
                .description("Statements sent to the graph for readers").register(meters);
        this.reads = Timer.builder("zhiyin.graph.read")
                .description("Statements of readers, until their last row").register(meters);
    }

    /** All rows that a statement answers. */
    public List<Row> rows(String statement, Map<String, Object> parameters) {
        statements.increment();
        return Objects.requireNonNull(reads.record(
                () -> client.query(statement).bindAll(parameters).fetch().all().stream().map(Row::new).toList()));
    }

    /** The row that a statement answers; empty when it answers none. */
    public Optional<Row> row(String statement, Map<String, Object> parameters) {
        return rows(statement, parameters).stream().findFirst();
    }
}
