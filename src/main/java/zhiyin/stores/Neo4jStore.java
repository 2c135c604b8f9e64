package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Config;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.Neo4jException;

/** Neo4j Community with Bolt alone: nobody needs its browser, and without HTTP it starts sooner. */
record Neo4jStore(Place place, String version, StoresProperties.Neo4j settings, String password) implements Store {

    private static final int HASH_ITERATIONS = 1024;

    @Override
    public String name() {
        return "Neo4j";
    }

    @Override
    public String key() {
        return "neo4j";
    }

    @Override
    public int port() {
        return settings.port();
    }

    String uri() {
        return "bolt://127.0.0.1:" + port();
    }

    @Override
    public void configure() {
        new ImportedDatabase(place.folder(key())).adopt(place.data(key()));
        String text = """
                server.default_listen_address=127.0.0.1
                server.bolt.listen_address=127.0.0.1:%1$d
                server.bolt.advertised_address=127.0.0.1:%1$d
                server.bolt.tls_level=DISABLED
                internal.server.bolt.connection_shutdown_wait_time=1s
                internal.server.bolt.thread_pool_shutdown_wait_time=1s
                server.http.enabled=false
                server.https.enabled=false
                server.directories.data=%2$s
                server.directories.logs=%3$s/logs
                server.directories.run=%3$s
                server.memory.pagecache.size=%4$dm
                dbms.usage_report.enabled=false
                client.allow_telemetry=false
                """.formatted(port(), place.data(key()), place.scratch(key()),
                settings.pageCache().toMegabytes());
        Folders.write(place.settings(key()).resolve("neo4j.conf"), text);
    }

    /**
     * The initial password as {@code neo4j-admin dbms set-initial-password} would leave it: that command takes the
     * password in its arguments, where every user of the machine could read it.
     */
    @Override
    public void create(Path fresh) {
        byte[] salt = new byte[32];
        new SecureRandom().nextBytes(salt);
        var hex = HexFormat.of();
        String line = "neo4j:SHA-256,%s,%s,%d:%n".formatted(hex.formatHex(hash(salt)), hex.formatHex(salt),
                HASH_ITERATIONS);
        try {
            Files.createDirectories(fresh.resolve("dbms"));
            Files.writeString(fresh.resolve("dbms/auth.ini"), line);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private byte[] hash(byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(password.getBytes(StandardCharsets.UTF_8));
            for (int round = 1; round < HASH_ITERATIONS; round++) {
                hash = digest.digest(hash);
            }
            return hash;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    @Override
    public List<String> command() {
        Path classes = place.scratch(key()).resolve("classes.jsa");
        return java(
                List.of("-Xms" + settings.heap().toMegabytes() + "m", "-XX:+UseG1GC", "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + classes, "-Djava.io.tmpdir=" + place.scratch(key())),
                List.of("org.neo4j.server.Neo4jCommunity", "--home-dir=" + place.folder(key()),
                        "--config-dir=" + place.settings(key())));
    }

    /** The command line of {@code neo4j-admin}. */
    List<String> adminCommand(Path scratch, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of("org.neo4j.cli.AdminTool"));
        all.addAll(arguments);
        return java(List.of("-XX:+UseParallelGC", "-Djava.io.tmpdir=" + scratch), all);
    }

    private List<String> java(List<String> options, List<String> program) {
        List<String> all = new ArrayList<>(List.of(place.javaCommand(), "-Xmx" + settings.heap().toMegabytes() + "m"));
        all.addAll(options);
        all.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-Xshare:auto", "-Xlog:disable", "-Xlog:all=error:stderr",
                "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/java.io=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector", "-Dfile.encoding=UTF-8", "-cp",
                place.programs().resolve("neo4j-" + version) + "/lib/*"));
        all.addAll(program);
        return all;
    }

    @Override
    public byte[] input() {
        return new byte[0];
    }

    @Override
    public boolean answers() {
        if (!Ports.isOpen(port())) {
            return false;
        }
        Config config = Config.builder().withEventLoopThreads(1).build();
        try (var driver = GraphDatabase.driver(uri(), AuthTokens.basic(Credentials.NEO4J_USER, password), config)) {
            driver.verifyConnectivity();
            return true;
        } catch (AuthenticationException refused) {
            throw StoreFailures.passwordRefused(this, place, refused);
        } catch (Neo4jException notYet) {
            return false;
        }
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return name();
    }
}
