package zhiyin.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.model.RecordKind;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

/**
 * Knows the graph again that staging keeps the account of. A graph that was emptied, restored from elsewhere or replaced is
 * another one: it is told everything anew.
 */
@Component
class ToldGraph {

    private static final String TOKEN = """
            MERGE (graph:__Graph {id: 'graph'}) ON CREATE SET graph.token = randomUUID()
            RETURN graph.token AS token
            """;

    private static final String FILLED = """
            MATCH (graph:__Graph {id: 'graph'}) RETURN coalesce(graph.filledBy = $mark, false) AS filled
            """;

    /** All nodes but tags and the hub's own; each is a number that the graph keeps, so that nothing is scanned. */
    private static final String OTHERS = """
            RETURN COUNT { () } - COUNT { (:Tag) } - COUNT { (:__Graph) } - COUNT { (:__Neo4jMigration) }
              - COUNT { (:__Neo4jMigrationsLock) } AS others
            """;

    private static final String DATABASE = "CALL db.info() YIELD name RETURN name";

    private final Staging staging;
    private final Graph graph;

    ToldGraph(Staging staging, Graph graph) {
        this.staging = staging;
        this.graph = graph;
        staging.run("CREATE TABLE IF NOT EXISTS told_graph (token VARCHAR)");
    }

    /** Whether this is not the graph that was told. */
    boolean isAnother() {
        return staging.number("SELECT count(*) FROM told_graph WHERE token = ?", token()) == 0;
    }

    /** Forgets what was told when it was told to another graph. */
    void recognise(List<RecordKind> kinds) {
        String token = token();
        if (staging.number("SELECT count(*) FROM told_graph WHERE token = ?", token) > 0) {
            return;
        }
        staging.together(() -> {
            kinds.forEach(kind -> staging.run("DELETE FROM " + Tables.merged(kind)));
            staging.run("DELETE FROM told_graph");
            staging.update("INSERT INTO told_graph VALUES (?)", token);
        });
    }

    /** The token of the graph that was told. */
    String told() {
        return staging.query("SELECT token FROM told_graph", row -> row.getString(1)).getFirst();
    }

    /** Whether the graph holds nothing but tags and what the hub keeps there of its own. */
    boolean isEmpty() {
        return graph.row(OTHERS, Map.of()).orElseThrow().number("others") == 0;
    }

    /** Whether the graph came of files that bear a mark. */
    boolean isFilledBy(String mark) {
        return graph.row(FILLED, Map.of("mark", mark)).flatMap(row -> Optional.ofNullable(row.optionalFlag("filled")))
                .orElse(false);
    }

    /** The name of the graph's database. */
    String database() {
        return graph.row(DATABASE, Map.of()).orElseThrow().text("name");
    }

    private String token() {
        return graph.row(TOKEN, Map.of()).orElseThrow().text("token");
    }
}
