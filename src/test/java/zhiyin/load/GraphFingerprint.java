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
import co.elastic.clients.json.JsonData;

/** Everything that a load leaves behind, in an order of its own, so that two loads can be compared. */
final class GraphFingerprint {

    /** When the hub wrote it, which no two loads share. */
    private static final List<String> MOMENTS = List.of("updatedAt", "firstSeen", "lastSeen", "at");

    private static final String NODES = """
            MATCH (n) WHERE none(label IN labels(n) WHERE label STARTS WITH '__')
            RETURN labels(n)[0] + ' ' + n.id AS place, properties(n) AS properties
            """;

    private static final String RELATIONSHIPS = """
            MATCH (a)-[r]->(b) WHERE none(label IN labels(a) WHERE label STARTS WITH '__')
            RETURN a.id + ' ' + type(r) + ' ' + b.id AS place, properties(r) AS properties
            """;

    private final Neo4jClient graph;
    private final ElasticsearchClient search;

    GraphFingerprint(Neo4jClient graph, ElasticsearchClient search) {
        this.graph = graph;
        this.search = search;
    }

    /** The graph without the moments at which it was written. */
    List<String> graph() {
        return lines(false);
    }

    /** The graph with the moments at which it was written. */
    List<String> graphAndMoments() {
        return lines(true);
    }

    /** Every document that search finds. */
    List<String> search() throws IOException {
        search.indices().refresh(all -> all.index("zhiyin-customers"));
        List<String> lines = new ArrayList<>();
        search.search(all -> all.index("zhiyin-customers").size(10_000), JsonData.class).hits().hits()
                .forEach(hit -> lines.add(hit.id() + " " + hit.source()));
        Collections.sort(lines);
        return lines;
    }

    private List<String> lines(boolean withMoments) {
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
