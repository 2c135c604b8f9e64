package zhiyin.stores;

import java.util.Map;

import static java.util.Objects.requireNonNull;

import org.neo4j.driver.internal.security.InternalAuthToken;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** The tests' stores as environment variables of a hub in another process. */
public final class StoresEnvironment {

    private StoresEnvironment() {}

    /** Variables that make a hub use these stores. */
    public static Map<String, String> of(Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch,
            JdbcConnectionDetails jdbc) {
        var account = ((InternalAuthToken) neo4j.getAuthToken()).toMap();
        Node node = elasticsearch.getNodes().getFirst();
        return Map.of("ZHIYIN_STORES", "external", "SPRING_NEO4J_URI", neo4j.getUri().toString(),
                "SPRING_NEO4J_AUTHENTICATION_USERNAME", requireNonNull(account.get("principal")).asString(),
                "SPRING_NEO4J_AUTHENTICATION_PASSWORD", requireNonNull(account.get("credentials")).asString(),
                "SPRING_ELASTICSEARCH_URIS", "http://%s:%d".formatted(node.hostname(), node.port()),
                "SPRING_ELASTICSEARCH_USERNAME", requireNonNull(elasticsearch.getUsername()),
                "SPRING_ELASTICSEARCH_PASSWORD", requireNonNull(elasticsearch.getPassword()), "SPRING_DATASOURCE_URL",
                jdbc.getJdbcUrl(), "SPRING_DATASOURCE_USERNAME", requireNonNull(jdbc.getUsername()),
                "SPRING_DATASOURCE_PASSWORD", requireNonNull(jdbc.getPassword()));
    }
}
