package zhiyin.stores;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The stores as containers of the official images. */
final class ContainerTestStores {

    private static final String PASSWORD = "only-for-tests";

    private ContainerTestStores() {}

    static TestStores start() {
        var neo4j = new Neo4jContainer(image("neo4j:2026.08.1", "neo4j")).withAdminPassword(PASSWORD);
        var elasticsearch = new ElasticsearchContainer(
                image("elasticsearch:9.5.3", "docker.elastic.co/elasticsearch/elasticsearch")).withPassword(PASSWORD)
                .withEnv("xpack.security.http.ssl.enabled", "false").withEnv("xpack.ml.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
        var postgresql = new PostgreSQLContainer(image("postgres:18", "postgres"));
        Stream.of(neo4j, elasticsearch, postgresql)
                .forEach(container -> container.withStartupTimeout(Duration.ofMinutes(4)));
        Startables.deepStart(neo4j, elasticsearch, postgresql).join();
        return new TestStores("containers of neo4j:2026.08.1, elasticsearch:9.5.3 and postgres:18",
                new Neo4j(neo4j), new Elasticsearch(elasticsearch), new Postgresql(postgresql),
                () -> Stream.of(neo4j, elasticsearch, postgresql).parallel().forEach(container -> container.stop()));
    }

    private static DockerImageName image(String name, String standsFor) {
        return DockerImageName.parse(name).asCompatibleSubstituteFor(standsFor);
    }

    private record Neo4j(Neo4jContainer container) implements Neo4jConnectionDetails {

        @Override
        public URI getUri() {
            return URI.create(container.getBoltUrl());
        }

        @Override
        public AuthToken getAuthToken() {
            return AuthTokens.basic(Credentials.NEO4J_USER, PASSWORD);
        }
    }

    private record Elasticsearch(ElasticsearchContainer container) implements ElasticsearchConnectionDetails {

        @Override
        public List<Node> getNodes() {
            return List.of(new Node(container.getHost(), container.getMappedPort(9200), Node.Protocol.HTTP));
        }

        @Override
        public String getUsername() {
            return Credentials.ELASTICSEARCH_USER;
        }

        @Override
        public String getPassword() {
            return PASSWORD;
        }
    }

    private record Postgresql(PostgreSQLContainer container) implements JdbcConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return container.getJdbcUrl();
        }

        @Override
        public String getUsername() {
            return container.getUsername();
        }

        @Override
        public String getPassword() {
            return container.getPassword();
        }
    }
}
