package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;

/** The local stores of a hub in another process, which only that hub starts, and the test once the hub has ended. */
public final class OwnStores {

    private final Path folder;
    private final int[] ports = Stream.generate(LocalTestStores::freePort).limit(3).mapToInt(port -> port).toArray();

    /** Stores that keep their files in a folder. */
    public OwnStores(Path folder) {
        this.folder = folder;
    }

    /** Variables that make a hub run these stores. */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        all.put("ZHIYIN_STORES", "local");
        all.put("ZHIYIN_STORES_DIRECTORY", folder.toString());
        all.put("ZHIYIN_STORES_STARTTIMEOUT", "240s");
        all.put("ZHIYIN_STORES_MINIMUMDISK", "500MB");
        List<String> stores = List.of("NEO4J", "ELASTICSEARCH", "POSTGRESQL");
        for (int store = 0; store < ports.length; store++) {
            all.put("ZHIYIN_STORES_%s_PORT".formatted(stores.get(store)), Integer.toString(ports[store]));
        }
        all.put("ZHIYIN_STORES_NEO4J_HEAP", "512MB");
        all.put("ZHIYIN_STORES_NEO4J_PAGECACHE", "128MB");
        all.put("ZHIYIN_STORES_ELASTICSEARCH_HEAP", "512MB");
        return all;
    }

    /** The file that tells that an import is under way. */
    public Path importing() {
        return place().resolve("neo4j-import.pid");
    }

    /** Where they keep their files: elsewhere when their account cannot reach the folder. */
    private Path place() {
        try {
            return Files.exists(folder.resolve("moved-to"))
                    ? Path.of(Files.readString(folder.resolve("moved-to")).strip())
                    : folder;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Starts them after their hub has ended; closing stops them. */
    public Running start() {
        LocalStores stores = LocalStores.start(KilledHub.properties(ports), folder);
        return new Running(stores);
    }

    /** The stores while they run. */
    public static final class Running implements AutoCloseable {

        private final LocalStores stores;

        private Running(LocalStores stores) {
            this.stores = stores;
        }

        /** How the graph is reached. */
        public Neo4jConnectionDetails neo4j() {
            return new LocalConnections.Neo4j(stores);
        }

        @Override
        public void close() {
            stores.close();
        }
    }
}
