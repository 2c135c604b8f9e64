package zhiyin.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import zhiyin.model.RowPlace;
import zhiyin.search.SearchProbe;

/** Everything that a load leaves behind, in an order of its own, so that two loads can be compared. */
final class GraphFingerprint {

    /** When the hub wrote it, which no two loads share. */
    private static final List<String> MOMENTS = List.of("updatedAt", "firstSeen", "lastSeen", "at");

    /** Rows, by numbers of files that no two loads share. */
    private static final List<String> ORIGINS = List.of("origin", "closedBy");

    private static final String NODES = """
            MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__')
            RETURN labels(n)[0] + ' ' + n.id AS place, properties(n) AS properties
            """;

    private static final String RELATIONSHIPS = """
            MATCH (a)-[r]->(b) WHERE none(label IN labels(a) WHERE label STARTS WITH '__')
            RETURN a.id + ' ' + type(r) + ' ' + b.id AS place, properties(r) AS properties
            """;

    private static final String SEARCHED = """
            MATCH (customer:Customer) RETURN customer.displayName AS text
            UNION MATCH (medium:ContactMedium) WHERE medium.type IN ['PHONE', 'EMAIL'] RETURN medium.value AS text
            UNION MATCH (account:BillingAccount) WHERE account.accountNo IS NOT NULL RETURN account.accountNo AS text
            """;

    private final Neo4jClient graph;
    private final ElasticsearchClient search;
    private final SearchProbe probe;

    GraphFingerprint(Neo4jClient graph, ElasticsearchClient search, SearchProbe probe) {
        this.graph = graph;
        this.search = search;
        this.probe = probe;
    }

    /** The graph without the moments at which it was written. */
    List<String> graph() {
        return graph(graph);
    }

    /** The same of a graph. */
    static List<String> graph(Neo4jClient graph) {
        return lines(graph, false);
    }

    /** The graph with the moments at which it was written. */
    List<String> graphAndMoments() {
        return lines(graph, true);
    }

    /** What search finds for every name, number, mail address and account that the graph has. */
    List<String> search() {
        List<String> texts = graph.query(SEARCHED).fetchAs(String.class).all().stream().sorted().toList();
        return probe.found(texts);
    }

    /** How many customers search knows. */
    long searchable() throws IOException {
        return search.count(all -> all.index("zhiyin-customers")).count();
    }

    private static List<String> lines(Neo4jClient graph, boolean withMoments) {
        List<String> lines = new ArrayList<>();
        for (String query : List.of(NODES, RELATIONSHIPS)) {
            graph.query(query).fetch().all().forEach(row -> lines.add(line(row, withMoments)));
        }
        Collections.sort(lines);
        return lines;
    }

    @SuppressWarnings("unchecked")
    private static String line(Map<String, Object> row, boolean withMoments) {
        Map<String, Object> properties = new TreeMap<>((Map<String, Object>) row.getOrDefault("properties", Map.of()));
        if (!withMoments) {
            MOMENTS.forEach(properties::remove);
            ORIGINS.forEach(name -> properties.computeIfPresent(name,
                    (_, origin) -> "line " + RowPlace.of((long) origin).line()));
        }
        return row.get("place") + " " + properties;
    }

    /** A short text that differs when the lines differ. */
    static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return lines.size() + " lines, " + HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
