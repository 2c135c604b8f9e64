package zhiyin.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.springframework.data.neo4j.core.Neo4jClient;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Gives tests a {@link Scene} in a Neo4j of their own, which lives as long as the tests do. */
public class OwnNeo4j implements ParameterResolver, AutoCloseable {

    private static final ExtensionContext.Namespace OWN = ExtensionContext.Namespace.create(OwnNeo4j.class);

    private @Nullable Process process;
    private @Nullable Driver driver;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Driver running = test.getRoot().getStore(OWN).computeIfAbsent(OwnNeo4j.class, key -> new OwnNeo4j(),
                OwnNeo4j.class).running();
        return new Scene(running, new Graph(Neo4jClient.create(running), new SimpleMeterRegistry()),
                new BulkWriter(running));
    }

    private synchronized Driver running() {
        if (driver == null) {
            try {
                driver = started();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            Scene.layIndexes(driver);
        }
        return driver;
    }

    private Driver started() throws IOException {
        Path home = Files.createTempDirectory(Path.of("target"), "graph-").toAbsolutePath();
        int port = freePort();
        Files.createDirectories(home.resolve("conf"));
        Files.write(home.resolve("conf/neo4j.conf"), List.of("server.bolt.listen_address=127.0.0.1:" + port,
                "server.http.enabled=false", "dbms.security.auth_enabled=false", "dbms.usage_report.enabled=false",
                "server.memory.pagecache.size=64m"));
        process = new ProcessBuilder(command(home)).redirectErrorStream(true)
                .redirectOutput(home.resolve("out.log").toFile()).start();
        Driver starting = GraphDatabase.driver("bolt://127.0.0.1:" + port, AuthTokens.none());
        awaitAnswer(starting, home);
        return starting;
    }

    private static List<String> command(Path home) throws IOException {
        try (Stream<Path> staged = Files.list(Path.of("target/stores"))) {
            Path server = staged.filter(folder -> folder.getFileName().toString().startsWith("neo4j-")).findFirst()
                    .orElseThrow();
            return List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-Xmx512m",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                    "--add-modules", "jdk.incubator.vector", "-cp", server.toAbsolutePath() + "/lib/*",
                    "org.neo4j.server.Neo4jCommunity", "--home-dir=" + home, "--config-dir=" + home.resolve("conf"));
        }
    }

    private static void awaitAnswer(Driver starting, Path home) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (true) {
            try {
                starting.verifyConnectivity();
                return;
            } catch (RuntimeException notYet) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("Neo4j did not start; see " + home.resolve("out.log"), notYet);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(250));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        if (driver != null) {
            driver.close();
        }
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }
}
