package zhiyin.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import zhiyin.graph.BulkWriter;
import zhiyin.graph.Graph;
import zhiyin.model.RecordKind;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

/**
 * Knows the graph again that staging keeps the account of. Whoever begins to tell the graph something leaves a new token in it
 * and keeps the token. A graph with a token that is not kept here was emptied, restored or replaced, or another staging told it
 * something meanwhile: it is told everything anew.
 */
@Component
class ToldGraph {

    private static final String TOKEN = "MATCH (graph:__Graph {id: 'graph'}) RETURN graph.token AS token";

    private static final String RENEW = """
            UNWIND $rows AS row
            MERGE (graph:__Graph {id: row.id}) SET graph.token = row.token
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
    private final BulkWriter writer;

    ToldGraph(Staging staging, Graph graph, BulkWriter writer) {
        this.staging = staging;
        this.graph = graph;
        this.writer = writer;
        staging.run("CREATE TABLE IF NOT EXISTS told_graph (token VARCHAR)");
        staging.run("CREATE TABLE IF NOT EXISTS lent_token (token VARCHAR)");
    }

    /** Whether this is not the graph that was told, or another told it something since. */
    boolean isAnother() {
        return token().filter(this::isKept).isEmpty();
    }

    /** Forgets what was told when this is another graph, and becomes the one who told it last. */
    void recognise(List<RecordKind> kinds) {
        Optional<String> old = token();
        if (old.filter(this::isKept).isEmpty()) {
            forget(kinds);
        }
        String mine = UUID.randomUUID().toString();
        // both are kept until the graph has the new one: a crash in between changes nothing
        keep(Stream.concat(old.stream(), Stream.of(mine)).toList());
        writer.write(RENEW, List.of(Map.of("id", "graph", "token", mine)), Map.of());
        keep(List.of(mine));
    }

    private boolean isKept(String token) {
        return staging.number(
                "SELECT count(*) FROM (FROM told_graph UNION ALL FROM lent_token) WHERE token = ?", token) > 0;
    }

    /** Without declarations that were heeded, a load that goes on in its midst is followed by one that tells everything. */
    private void forget(List<RecordKind> kinds) {
        staging.together(() -> {
            kinds.forEach(kind -> {
                staging.run("DELETE FROM " + Tables.merged(kind));
                Tables.noteUntold(staging, kind);
            });
            staging.run("DELETE FROM declared");
        });
    }

    private void keep(List<String> tokens) {
        staging.together(() -> {
            staging.run("DELETE FROM told_graph");
            for (String token : tokens) {
                staging.update("INSERT INTO told_graph VALUES (?)", token);
            }
        });
    }

    /** The token of the graph that was told, lent to files that are to become that graph. It is known again until {@link #sign}. */
    String lend() {
        String token = told();
        staging.update("INSERT INTO lent_token VALUES (?)", token);
        return token;
    }

    /** Takes the place of the token that was lent, once the graph came of the files. */
    void sign() {
        writer.write(RENEW, List.of(Map.of("id", "graph", "token", told())), Map.of());
        staging.run("DELETE FROM lent_token");
    }

    private String told() {
        return staging.query("SELECT token FROM told_graph", row -> row.getString(1)).getLast();
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

    private Optional<String> token() {
        return graph.row(TOKEN, Map.of()).map(row -> row.text("token"));
    }
}
