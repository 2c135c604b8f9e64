package zhiyin.stores;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

import zhiyin.graph.GraphImporter;

/**
 * The stores of all tests in this JVM, started by the first that asks. They are stopped when the JVM ends, after the
 * hubs that use them: Spring keeps those for reuse beyond the last test.
 *
 * @param importer null when the graph cannot be stopped
 */
record TestStores(String description, Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch,
        JdbcConnectionDetails jdbc, @Nullable GraphImporter importer, Runnable stop) {

    private static final Logger LOG = LoggerFactory.getLogger(TestStores.class);

    private static @Nullable TestStores started;
    private static @Nullable String failure;

    static synchronized TestStores get() {
        if (failure != null) {
            // what took minutes to fail is not tried again for every hub
            throw new IllegalStateException("The stores of the tests did not start: " + failure);
        }
        TestStores stores = started;
        if (stores == null) {
            stores = startOnce();
            started = stores;
            LOG.info("The tests use {}", stores.description());
        }
        return stores;
    }

    private static TestStores startOnce() {
        try {
            return start(System.getProperty("zhiyin.test.stores", "local"));
        } catch (RuntimeException failed) {
            failure = failed.toString();
            throw failed;
        }
    }

    private static TestStores start(String kind) {
        return switch (kind) {
            case "local" -> LocalTestStores.start();
            case "containers" -> ContainerTestStores.start();
            default -> throw new StoreException("zhiyin.test.stores is '%s', which is neither local nor containers."
                    .formatted(kind), "Run the tests with -Dzhiyin.test.stores=local or containers.");
        };
    }

    /** To be called while a hub is being started: only then does Spring Boot take what is to be done at the end. */
    void stopAtTheEnd() {
        SpringApplication.getShutdownHandlers().add(stop);
    }
}
