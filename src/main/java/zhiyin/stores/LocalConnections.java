package zhiyin.stores;

import java.net.URI;
import java.util.List;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** How the local stores are reached. Each waits for its own store, so the others start while the first is used. */
final class LocalConnections {

    private LocalConnections() {}

    record Neo4j(LocalStores stores) implements Neo4jConnectionDetails {

        @Override
        public URI getUri() {
            return URI.create(stores.neo4j().uri());
        }

        @Override
        public AuthToken getAuthToken() {
            return AuthTokens.basic(Credentials.NEO4J_USER, stores.neo4j().password());
        }
    }

    record Elasticsearch(LocalStores stores) implements ElasticsearchConnectionDetails {

        @Override
        public List<Node> getNodes() {
            return List.of(new Node("127.0.0.1", stores.elasticsearch().port(), Node.Protocol.HTTP));
        }

        @Override
        public String getUsername() {
            return Credentials.ELASTICSEARCH_USER;
        }

        @Override
        public String getPassword() {
            return stores.elasticsearch().password();
        }
    }

    record Postgresql(LocalStores stores) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return stores.postgresql().url();
        }

        @Override
        public String getUsername() {
            return Credentials.POSTGRESQL_USER;
        }

        @Override
        public String getPassword() {
            return stores.postgresql().password();
        }
    }
}
