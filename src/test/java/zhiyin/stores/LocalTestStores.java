package zhiyin.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.springframework.util.unit.DataSize;

/** The hub's own stores, smaller, on free ports and with nothing in them. */
final class LocalTestStores {

    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

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

    /** Below the ports that systems give to outgoing connections: one of those could take it before its owner, or between two uses. */
    static int freePort() {
        for (int tries = 0; tries < 100; tries++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No port from %d to %d is free".formatted(LOWEST_PORT, HIGHEST_PORT));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
