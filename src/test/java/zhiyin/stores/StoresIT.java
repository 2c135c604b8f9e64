package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The stores of a hub that was killed and started again on the same folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(OutputCaptureExtension.class)
class StoresIT {

    private static final Path FOLDER = Path.of("target/stores-it");

    private final int[] ports = Stream.generate(LocalTestStores::freePort).limit(3).mapToInt(port -> port).toArray();
    private List<ProcessIdentity> orphans = List.of();
    private LocalStores stores = startAfterAKill();

    private LocalStores startAfterAKill() {
        try {
            Folders.delete(FOLDER);
            Process hub = startHub();
            write("create table kept (n int)");
            orphans = Stream.of("neo4j", "elasticsearch", "postgresql").map(StoresIT::identity).toList();
            hub.destroyForcibly().waitFor();
            return LocalStores.start(KilledHub.properties(ports), FOLDER);
        } catch (IOException | SQLException | InterruptedException failed) {
            throw new IllegalStateException("The killed hub could not be prepared", failed);
        }
    }

    private Process startHub() throws IOException {
        Process hub = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                KilledHub.class.getName(), FOLDER.toString(), "" + ports[0], "" + ports[1], "" + ports[2])
                .redirectErrorStream(true).start();
        try (var lines = hub.inputReader()) {
            assertThat(lines.lines().anyMatch("up"::equals)).as("the hub came up").isTrue();
        }
        return hub;
    }

    /** Where the stores keep their files: elsewhere when their account cannot reach the checkout. */
    private static Path place() {
        try {
            return Files.exists(FOLDER.resolve("moved-to"))
                    ? Path.of(Files.readString(FOLDER.resolve("moved-to")).strip())
                    : FOLDER;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ProcessIdentity identity(String store) {
        return ProcessIdentity.read(place().resolve(store + ".pid")).orElseThrow();
    }

    private void write(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(url(), "zhiyin", Credentials.in(place()).postgresql());
                var prepared = connection.prepareStatement(statement)) {
            prepared.execute();
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:%d/zhiyin".formatted(ports[2]);
    }

    @BeforeAll
    void waitForAll() {
        stores.postgresql();
        stores.neo4j();
        stores.elasticsearch();
    }

    @AfterAll
    void stopAll() {
        stores.close();
        assertThat(IntStream.of(ports).filter(Ports::isOpen)).isEmpty();
    }

    @Test
    @Order(1)
    void stopsWhatTheKilledHubLeft() {
        assertThat(orphans).hasSize(3).allMatch(orphan -> orphan.running().isEmpty());
    }

    @Test
    @Order(1)
    void keepsWhatWasWrittenBeforeTheKill() throws SQLException {
        write("insert into kept values (1)");
    }

    @Test
    @Order(1)
    void postgresqlRefusesAnotherPassword() {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(url(), "zhiyin", "guess").close())
                .withMessageContaining("password authentication failed");
    }

    @Test
    @Order(1)
    void neo4jAnswersToItsPasswordAlone() {
        var details = new LocalConnections.Neo4j(stores);
        try (var driver = GraphDatabase.driver(details.getUri(), details.getAuthToken());
                var guess = GraphDatabase.driver(details.getUri(), AuthTokens.basic("neo4j", "guess"))) {
            assertThat(driver.executableQuery("RETURN 1 AS one").execute().records().getFirst().get("one").asInt())
                    .isEqualTo(1);
            assertThatExceptionOfType(AuthenticationException.class).isThrownBy(guess::verifyConnectivity);
        }
    }

    @Test
    @Order(1)
    void elasticsearchAnswersToItsPasswordAlone() throws IOException, InterruptedException {
        assertThat(health(HttpClient.newHttpClient())).isEqualTo(401);
        assertThat(health(HttpClient.newBuilder().authenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication("elastic", stores.elasticsearch().password().toCharArray());
            }
        }).build())).isEqualTo(200);
    }

    private int health(HttpClient client) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:%d/_cluster/health".formatted(ports[1]));
        return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    @Order(1)
    void passwordsAreInNoCommandLineAndNoLog() throws IOException {
        Credentials credentials = Credentials.in(place());
        List<String> secrets = List.of(credentials.neo4j(), credentials.elasticsearch(), credentials.postgresql());
        String told = String.join("\n", ShortCommand.output(List.of("ps", "axww", "-o", "args")).orElseThrow(),
                Files.readString(place().resolve("neo4j/console.log")),
                Files.readString(place().resolve("elasticsearch/console.log")),
                Files.readString(place().resolve("postgresql/console.log")));
        assertThat(secrets).noneMatch(told::contains);
        assertThat(Files.getPosixFilePermissions(place().resolve("credentials")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(1)
    void refusesASecondHubOnTheSameFolder() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> LocalStores.start(KilledHub.properties(ports), FOLDER))
                .withMessageContaining("Another hub").withMessageContaining("process " + ProcessHandle.current().pid());
    }

    @Test
    @Order(2)
    void tellsWhenAStoreDies(CapturedOutput output) {
        Optional<ProcessHandle> victim = identity("postgresql").running();
        assertThat(victim).isPresent();
        victim.ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(output.getAll())
                .contains("PostgreSQL ended by itself", "the last lines of its log"));
    }
}
