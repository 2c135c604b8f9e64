package zhiyin.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands that ask a hub, beside one that runs. */
@HubTest
class ScheduleCommandIT {

    private static final String[] DAYS = {"backfill", "nightly-load", "--from", "2026-03-01", "--to", "2026-03-03"};

    @Autowired
    private CleanStores stores;

    @LocalServerPort
    private int port;

    @Value("${zhiyin.data}")
    private Path data = Path.of("data");

    private StringWriter told = new StringWriter();
    private StringWriter complained = new StringWriter();

    @BeforeEach
    void clean() {
        stores.tables();
    }

    @Test
    void listsWhenSchedulesRunAndHowTheyEnded() {
        assertThat(run("schedule", "list")).isZero();
        assertThat(told.toString()).containsPattern(
                "nightly-load +0 30 2 \\* \\* \\* Asia/Taipei +starts .*T18:30:00Z, covers .*; no run yet")
                .containsPattern("on-arrival +files \\*\\* +paused");

        run("schedule", "list", "--json");
        assertThat(json().path("schedules").path(0).path("name").asString()).isEqualTo("nightly-load");
    }

    @Test
    void backfillsWhatIsMissingOnce() {
        assertThat(run(with(DAYS, "--dry-run"))).isZero();
        assertThat(told.toString()).contains(
                "2026-02-28T18:30:00Z  covers 2026-02-28T18:30:00Z to 2026-03-01T18:30:00Z",
                "3 runs would be enqueued");

        assertThat(run(DAYS)).isZero();
        assertThat(told.toString()).contains("3 runs enqueued");
        assertThat(run(with(DAYS, "--reprocess", "completed", "--json"))).isZero();
        assertThat(json().path("runs").size()).isZero();
    }

    @Test
    void saysWhatIsWrong() {
        assertThat(run("backfill", "nobody", "--from", "2026-03-01", "--to", "2026-03-03")).isEqualTo(2);
        assertThat(complained.toString()).contains("No schedule 'nobody' is declared");

        assertThat(run("backfill", "nightly-load", "--from", "2026-03-01")).isEqualTo(2);
        assertThat(complained.toString()).contains("--to");
    }

    @Test
    void saysWhyTheHubCannotBeAsked(@TempDir Path nowhere) {
        data = nowhere;
        assertThat(run(DAYS)).isEqualTo(1);
        assertThat(complained.toString()).contains("credentials.json cannot be read");
    }

    private int run(String... arguments) {
        told = new StringWriter();
        complained = new StringWriter();
        return Commands.line(Object.class).setOut(new PrintWriter(told, true)).setErr(new PrintWriter(complained, true))
                .execute(with(arguments, "--url", "http://127.0.0.1:" + port, "--data", data.toString()));
    }

    private static String[] with(String[] first, String... more) {
        return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private JsonNode json() {
        return JsonMapper.shared().readTree(told.toString());
    }
}
