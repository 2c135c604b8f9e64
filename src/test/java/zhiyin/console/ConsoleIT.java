package zhiyin.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;
import zhiyin.load.SampleInput;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The console in a real browser, on a hub that has loaded a small operator. */
@HubTest(properties = "zhiyin.load.staging-memory=255MB")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final Path CONSOLE = Path.of("src/main/console");

    private final Loads loads;
    private final CleanStores stores;
    private final Path data;
    private final int port;

    @Autowired
    ConsoleIT(Loads loads, CleanStores stores, @Value("${zhiyin.data}") Path data, @LocalServerPort int port) {
        this.loads = loads;
        this.stores = stores;
        this.data = data;
        this.port = port;
    }

    @BeforeAll
    void load() {
        stores.all();
        SampleInput.in(data.resolve("input"), 120);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    @ParameterizedTest
    @CsvSource({"customer-page, agent", "jobs-page, engineer"})
    void showsAPageInThreeLanguages(String script, String user) throws IOException, InterruptedException {
        Optional<Path> chromium = chromium();
        assumeThat(chromium.isPresent() || System.getenv("CI") != null)
                .as("Chromium is not installed, so the console is not tested in a browser: install the package 'chromium', or name it in CHROMIUM")
                .isTrue();

        Process browser = new ProcessBuilder("node", "e2e/" + script + ".mjs", "--url", "http://localhost:" + port,
                "--user", user, "--password", password(user), "--screenshots",
                Path.of("target/console-screenshots").toAbsolutePath().toString())
                .directory(CONSOLE.toFile()).redirectErrorStream(true).start();
        String output = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(browser.waitFor()).as(output).isZero();
        assertThat(output).contains(script + ": PASSED");
    }

    private static Optional<Path> chromium() {
        return List.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome").stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private String password(String user) throws IOException {
        for (JsonNode account : JsonMapper.shared().readTree(Files.readString(data.resolve("credentials.json")))
                .path("users")) {
            if (account.path("username").asString().equals(user)) {
                return account.path("password").asString();
            }
        }
        throw new IllegalStateException("No user " + user);
    }
}
