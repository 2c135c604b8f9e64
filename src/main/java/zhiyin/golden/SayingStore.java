package zhiyin.golden;

import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;

/** Reads from the graph what customers show and what their records say. */
@Component
class SayingStore {

    private static final String SAID_OF = """
            UNWIND $customers AS id
            MATCH (customer:Customer {id: id})
            CALL (customer) {
              OPTIONAL MATCH (customer)<-[resolved:RESOLVED_TO]-(record:SourceRecord)
              WITH record, resolved ORDER BY record.id
              RETURN collect(record {.*, rule: resolved.rule}) AS records
            }
            RETURN id, customer {.*} AS customer, records
            """;

    private final Graph graph;

    SayingStore(Graph graph) {
        this.graph = graph;
    }

    /**
     * What is said of a customer.
     *
     * @param shown   what the customer shows
     * @param sayings what its records say
     */
    record SaidOf(Row shown, List<Saying> sayings) {}

    /** What is said of some customers, by their ids, in one query. */
    Map<String, SaidOf> saidOf(List<String> customers) {
        return graph.rows(SAID_OF, Map.of("customers", customers)).stream()
                .collect(toMap(row -> row.text("id"), row -> new SaidOf(row.row("customer"),
                        row.rows("records").stream().map(Saying::of).toList())));
    }
}
