package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

import org.springframework.util.unit.DataSize;

/** The hub's own stores, smaller, on free ports and with nothing in them. */
final class LocalTestStores {

    private LocalTestStores() {}

    static TestStores start() {
        Path directory = Path.of("target/test-stores");
        LocalStores stores = LocalStores.startAnew(properties(), directory);
        return new TestStores("local stores in " + directory, new LocalConnections.Neo4j(stores),
                new LocalConnections.Elasticsearch(stores), new LocalConnections.Postgresql(stores),
                stores.importer(), stores::close);
    }

    static StoresProperties properties() {
        return new StoresProperties(Path.of("target/stores"), null, null, Duration.ofMinutes(4), Duration.ofMinutes(1),
                DataSize.ofMegabytes(500),
                new StoresProperties.Neo4j(freePort(), DataSize.ofMegabytes(512), DataSize.ofMegabytes(128)),
                new StoresProperties.Elasticsearch(freePort(), DataSize.ofMegabytes(512)),
                new StoresProperties.Postgresql(freePort(), DataSize.ofMegabytes(64)));
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
