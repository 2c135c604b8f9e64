package zhiyin.load;

import java.util.List;
import java.util.Map;

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
            kinds.forEach(kind -> {
                staging.run("DELETE FROM " + Tables.merged(kind));
                Tables.noteUntold(staging, kind);
            });
            staging.run("DELETE FROM told_graph");
            staging.update("INSERT INTO told_graph VALUES (?)", token);
        });
    }

    private String token() {
        return graph.row(TOKEN, Map.of()).orElseThrow().text("token");
    }
}
