package zhiyin.lineage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.model.GraphShape.Nodes;
import zhiyin.model.RecordKind;
import zhiyin.relay.GlobalId;

/** Finds where the nodes of the graph came from. */
@Component
class LineageStore {

    /** The id of a customer that was merged into another leads to the survivor. */
    private static final String CUSTOMER = """
            MATCH (customer:Customer {id: $id}) RETURN customer.id AS key
            UNION
            MATCH (:MergedCustomer {id: $id})-[:MERGED_INTO*1..20]->(customer:Customer) RETURN customer.id AS key
            """;

    private final Graph graph;
    private final Map<String, String> statements = new HashMap<>();

    LineageStore(Graph graph, List<RecordKind> kinds) {
        this.graph = graph;
        kinds.stream().filter(kind -> !(kind.shape().nodes() instanceof Nodes.None)).map(RecordKind::name)
                .forEach(this::know);
        know("SourceRecord");
        statements.put("Customer", CUSTOMER);
    }

    // A label that is a parameter finds no index, so this one is part of the statement; it is never a client's word.
    private void know(String label) {
        statements.put(label, """
                MATCH (node:%s {id: $id}) RETURN node.id AS key, node.origin AS origin, node.closedBy AS closedBy
                """.formatted(label));
    }

    Optional<Lineage> find(GlobalId id) {
        return Optional.ofNullable(statements.get(id.type()))
                .flatMap(statement -> graph.row(statement, Map.of("id", id.id())))
                .map(row -> new Lineage(id.type(), row.text("key"), Trace.of(row)));
    }
}
