package zhiyin.stores;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** The stores of a hub as it runs them by default, but on free ports, for the hub and for those it is measured beside. */
public final class BenchStores implements AutoCloseable {

    private final LocalStores stores;

    private BenchStores(LocalStores stores) {
        this.stores = stores;
    }

    /** A port that nobody listens on. */
    public static int freePort() {
        return LocalTestStores.freePort();
    }

    /** Settings that make a hub run its stores in a folder. */
    public static Map<String, String> settings(Path folder) {
        Map<String, String> settings = new HashMap<>(Map.of("zhiyin.stores.directory", folder.toString()));
        Stream.of("neo4j", "elasticsearch", "postgresql").forEach(store -> settings
                .put("zhiyin.stores.%s.port".formatted(store), Integer.toString(LocalTestStores.freePort())));
        return settings;
    }

    /** Starts empty stores in a folder, and returns when they are up. */
    public static BenchStores start(Path folder) {
        Map<String, String> settings = settings(folder);
        settings.remove("zhiyin.stores.directory");
        StoresProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("zhiyin.stores", StoresProperties.class);
        LocalStores stores = LocalStores.startAnew(properties, folder);
        List.of(stores.neo4j(), stores.elasticsearch(), stores.postgresql());
        return new BenchStores(stores);
    }

    /** A driver of the graph. */
    public Driver graph() {
        Neo4jConnectionDetails neo4j = new LocalConnections.Neo4j(stores);
        return GraphDatabase.driver(neo4j.getUri(), requireNonNull(neo4j.getAuthToken()));
    }

    /** Where search answers: address, user, password. */
    public List<String> search() {
        var search = new LocalConnections.Elasticsearch(stores);
        return List.of("http://127.0.0.1:" + search.getNodes().getFirst().port(),
                requireNonNull(search.getUsername()), requireNonNull(search.getPassword()));
    }

    @Override
    public void close() {
        stores.close();
    }
}
