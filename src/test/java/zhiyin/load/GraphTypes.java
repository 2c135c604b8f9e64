package zhiyin.load;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.data.neo4j.core.Neo4jClient;

/** What a graph is made of beside its values: types of properties, offsets of instants, constraints and indexes. */
final class GraphTypes {

    private static final String OF_NODES = """
            MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__')
            UNWIND keys(n) AS key
            RETURN DISTINCT 'property ' + labels(n)[0] + '.' + key + ' ' + valueType(n[key]) AS line
            """;

    private static final String OF_RELATIONSHIPS = """
            MATCH (a)-[r]->() WHERE none(label IN labels(a) WHERE label STARTS WITH '__')
            UNWIND keys(r) AS key
            RETURN DISTINCT 'property ' + type(r) + '.' + key + ' ' + valueType(r[key]) AS line
            """;

    private static final String OFFSETS = """
            MATCH (n) UNWIND keys(n) AS key
            WITH n[key] AS value WHERE valueType(value) STARTS WITH 'ZONED' RETURN DISTINCT 'zone ' + value.timezone AS line
            """;

    private static final String CONSTRAINTS = """
            SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties
            RETURN 'constraint ' + name + ' ' + type + ' ' + labelsOrTypes[0] + '.' + properties[0] AS line
            """;

    private static final String INDEXES = """
            SHOW INDEXES YIELD name, type, state, labelsOrTypes, properties
            RETURN 'index ' + name + ' ' + type + ' ' + state + ' ' + coalesce(labelsOrTypes[0], '') + ' '
              + reduce(all = '', each IN coalesce(properties, []) | all + '.' + each) AS line
            """;

    private GraphTypes() {}

    static List<String> of(Neo4jClient graph) {
        graph.query("CALL db.awaitIndexes(120)").run();
        return Stream.of(OF_NODES, OF_RELATIONSHIPS, OFFSETS, CONSTRAINTS, INDEXES)
                .flatMap(query -> graph.query(query).fetchAs(String.class).all().stream()).sorted().toList();
    }
}
