package zhiyin.stores;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.springframework.util.unit.DataSize;

/** A hub of its own JVM that is to be killed: starts the stores in a folder, says so, and waits. */
final class KilledHub {

    private KilledHub() {}

    public static void main(String[] arguments) throws InterruptedException {
        int[] ports = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        LocalStores stores = LocalStores.start(properties(ports), Path.of(arguments[0]));
        stores.postgresql();
        stores.neo4j();
        stores.elasticsearch();
        System.out.println("up");
        Thread.sleep(Duration.ofMinutes(10));
        stores.close();
    }

    static StoresProperties properties(int... ports) {
        return new StoresProperties(Path.of("target/stores"), null, null, Duration.ofMinutes(4), Duration.ofMinutes(1),
                DataSize.ofMegabytes(500),
                new StoresProperties.Neo4j(ports[0], DataSize.ofMegabytes(512), DataSize.ofMegabytes(64)),
                new StoresProperties.Elasticsearch(ports[1], DataSize.ofMegabytes(512)),
                new StoresProperties.Postgresql(ports[2], DataSize.ofMegabytes(64)));
    }
}
