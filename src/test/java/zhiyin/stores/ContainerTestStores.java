package zhiyin.stores;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.neo4j.Neo4jContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The stores as containers of the official images. */
final class ContainerTestStores {

    private static final String PASSWORD = "only-for-tests";
    private static final DockerImageName NEO4J = image("neo4j:2026.08.1", "neo4j");
    private static final DockerImageName ELASTICSEARCH = image("elasticsearch:9.5.3",
            "docker.elastic.co/elasticsearch/elasticsearch");
    private static final DockerImageName POSTGRESQL = image("postgres:18", "postgres");

    private ContainerTestStores() {}

    /** An image that is neither here nor can be pulled. */
    static Optional<DockerImageName> missingImage() {
        return Stream.of(NEO4J, ELASTICSEARCH, POSTGRESQL).filter(image -> !isHere(image)).findFirst();
    }

    private static boolean isHere(DockerImageName image) {
        try {
            return !new RemoteDockerImage(image).get().isEmpty();
        } catch (RuntimeException cannotBePulled) {
            return false;
        }
    }

    static TestStores start() {
        Neo4jContainer neo4j = neo4j();
        ElasticsearchContainer elasticsearch = elasticsearch();
        PostgreSQLContainer postgresql = new PostgreSQLContainer(POSTGRESQL);
        List<GenericContainer<?>> all = List.of(neo4j, elasticsearch, postgresql);
        all.forEach(container -> container.withStartupTimeout(Duration.ofMinutes(4)));
        try {
            Startables.deepStart(all).join();
        } catch (CompletionException failed) {
            stop(all);
            throw failed;
        }
        return new TestStores("containers of %s, %s and %s".formatted(NEO4J, ELASTICSEARCH, POSTGRESQL),
                new Neo4j(neo4j), new Elasticsearch(elasticsearch), new Postgresql(postgresql), null,
                () -> stop(all));
    }

    /** Ready when it answers, whatever the image writes into its log. Neo4j opens its port for HTTP last. */
    private static Neo4jContainer neo4j() {
        return new Neo4jContainer(NEO4J).withAdminPassword(PASSWORD)
                .withNeo4jConfig("server.memory.heap.max_size", "512m")
                .withNeo4jConfig("server.memory.pagecache.size", "128m")
                .waitingFor(Wait.forHttp("/").forPort(7474));
    }

    private static ElasticsearchContainer elasticsearch() {
        return new ElasticsearchContainer(ELASTICSEARCH).withPassword(PASSWORD)
                .withEnv("xpack.security.enabled", "true").withEnv("xpack.security.http.ssl.enabled", "false")
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .waitingFor(Wait.forHttp("/_cluster/health").forPort(9200)
                        .withBasicCredentials(Credentials.ELASTICSEARCH_USER, PASSWORD));
    }

    private static void stop(List<GenericContainer<?>> containers) {
        containers.parallelStream().forEach(GenericContainer::stop);
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
