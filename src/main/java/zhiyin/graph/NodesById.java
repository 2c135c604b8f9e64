package zhiyin.graph;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import zhiyin.relay.Entity;
import zhiyin.relay.NodeSource;

/**
 * Finds the objects of a type whose nodes in the graph bear the type's name as their label and hold all its properties.
 *
 * @param <E> what a node is shown as
 */
public final class NodesById<E extends Entity> implements NodeSource {

    private final Graph graph;
    private final String type;
    private final Function<Row, E> shape;
    private final String statement;

    /**
     * The nodes of one type.
     *
     * @param type  name of the GraphQL type, and label
     * @param shape makes the object of a node's properties
     */
    public NodesById(Graph graph, String type, Function<Row, E> shape) {
        this.graph = graph;
        this.type = type;
        this.shape = shape;
        // A label that is a parameter finds no index, so this one is part of the statement; it is never a client's word.
        this.statement = "MATCH (node:%s {id: $id}) RETURN node {.*} AS node".formatted(type);
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Optional<E> find(String id) {
        return graph.row(statement, Map.of("id", id)).map(found -> shape.apply(found.row("node")));
    }
}
