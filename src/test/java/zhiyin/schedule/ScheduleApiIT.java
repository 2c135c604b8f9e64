package zhiyin.schedule;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.SampleInput;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The schedules that come with the hub, through its API. The hub is ended afterwards: it would go on running schedules. */
@HubTest(properties = {"db-scheduler.polling-interval=200ms", "zhiyin.schedule.look=1s", "zhiyin.schedule.turn=1s"})
@Import(HubClient.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScheduleApiIT {

    private static final String SCHEDULES = """
            { scheduleMistakes schedules { id name description { en zhHant zhHans } run feeds full retries catchUp paused
                timing { kind cron zone after files everySeconds }
                declared { timing { kind cron } catchUp paused }
                override { cron zone catchUp paused changedBy changedAt }
                next { covers { from until } startsAt }
                runs(first: 2) { totalCount pageInfo { hasNextPage endCursor } nodes { id schedule logicalDate
                  covers { from until } cause askedBy startsAt status startedAt endedAt failures loadNumber message } } } }
            """;

    private final HubClient hub;
    private final CleanStores stores;
    private final JdbcClient jdbc;
    private final Scheduling scheduling;
    private final Path data;

    @Autowired
    ScheduleApiIT(HubClient hub, CleanStores stores, JdbcClient jdbc, Scheduling scheduling,
            @Value("${zhiyin.data}") Path data) {
        this.hub = hub;
        this.stores = stores;
        this.jdbc = jdbc;
        this.scheduling = scheduling;
        this.data = data;
    }

    @BeforeAll
    void clean() {
        stores.all();
    }

    @BeforeEach
    void forgetRuns() {
        jdbc.sql("DELETE FROM schedule_run").update();
        jdbc.sql("DELETE FROM schedule_override").update();
    }

    @Test
    void oneRequestTellsAllOfTheSchedules() {
        JsonNode answer = hub.ask("engineer", SCHEDULES);

        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        assertThat(answer.path("data").path("scheduleMistakes").isEmpty()).isTrue();
        assertThat(hub.ask("engineer", "query ($id: ID!) { node(id: $id) { ... on Schedule { name } } }",
                Map.of("id", schedule("on-arrival").path("id").asString())).path("data").path("node").path("name")
                .asString()).isEqualTo("on-arrival");
        JsonNode nightly = schedule("nightly-load");
        assertThat(nightly.path("timing").path("cron").asString()).isEqualTo("0 30 2 * * *");
        assertThat(nightly.path("next").path("startsAt").asString()).endsWith("T18:30:00Z")
                .isEqualTo(nightly.path("next").path("covers").path("until").asString());
        assertThat(schedule("on-arrival").path("paused").asBoolean()).isTrue();
        assertThat(schedule("on-arrival").path("next").isNull()).isTrue();
    }

    @Test
    void othersThanEngineersMayNot() {
        assertThat(HubClient.code(hub.ask("agent", "{ schedules { name } }"))).isEqualTo("FORBIDDEN");
        assertThat(HubClient.code(hub.ask("marketer",
                "mutation { scheduleRunNow(input: {schedule: \"nightly-load\"}) { run { id } } }")))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void setsAScheduleOtherwiseAndMakesItAsDeclaredAgain() {
        JsonNode set = mutate("scheduleUpdate", """
                schedule: "nightly-load", cron: "0 0 4 * * *", zone: "Europe/Berlin", catchUp: ALL""",
                "schedule { timing { cron zone } catchUp override { changedBy } } userErrors { code field }");
        assertThat(set.path("schedule").path("timing").path("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(set.path("schedule").path("override").path("changedBy").asString()).isEqualTo("engineer-client");

        mutate("scheduleUpdate", "schedule: \"nightly-load\", paused: true", "schedule { paused }");
        JsonNode paused = schedule("nightly-load");
        assertThat(paused.path("paused").asBoolean()).isTrue();
        assertThat(paused.path("timing").path("cron").asString()).isEqualTo("0 0 4 * * *");
        assertThat(paused.path("declared").path("timing").path("cron").asString()).isEqualTo("0 30 2 * * *");

        mutate("scheduleReset", "schedule: \"nightly-load\"", "schedule { paused }");
        assertThat(schedule("nightly-load").path("override").isNull()).isTrue();
        assertThat(schedule("nightly-load").path("timing").path("cron").asString()).isEqualTo("0 30 2 * * *");
    }

    @Test
    void saysWhatIsWrongWithAnInput() {
        Map.of("scheduleUpdate(input: {schedule: \"none\", paused: true})", "UNKNOWN_SCHEDULE",
                "scheduleUpdate(input: {schedule: \"nightly-load\"})", "NOTHING_SET",
                "scheduleUpdate(input: {schedule: \"nightly-load\", cron: \"0 30 2\"})", "INVALID_CRON",
                "scheduleUpdate(input: {schedule: \"nightly-load\", zone: \"Mars\"})", "INVALID_ZONE",
                "scheduleUpdate(input: {schedule: \"on-arrival\", cron: \"0 30 2 * * *\"})", "NOT_BY_CRON",
                "scheduleRunNow(input: {schedule: \"none\"})", "UNKNOWN_SCHEDULE", "runCancel(input: {run: \"none\"})",
                "UNKNOWN_RUN",
                "backfill(input: {schedule: \"on-arrival\", from: \"2026-11-01\", to: \"2026-11-02\"})", "NOT_BY_CRON",
                "backfill(input: {schedule: \"nightly-load\", from: \"2026-11-02\", to: \"2026-11-01\"})",
                "INVALID_DATES",
                "backfill(input: {schedule: \"nightly-load\", from: \"2024-11-02\", to: \"2026-11-01\"})",
                "INVALID_DATES")
                .forEach((mutation, code) -> assertThat(
                        hub.ask("engineer", "mutation { it: " + mutation + " { userErrors { code message field } } }")
                                .path("data").path("it").path("userErrors").path(0).path("code").asString())
                        .as(mutation).isEqualTo(code));
    }

    @Test
    void tellsWhatABackfillWouldRunAndThenRunsIt() {
        String days = "schedule: \"nightly-load\", from: \"2026-03-01\", to: \"2026-03-03\"";
        JsonNode dry = mutate("backfill", days + ", dryRun: true",
                "runs { logicalDate covers { from until } before } userErrors { code }");
        assertThat(dry.path("runs").size()).isEqualTo(3);
        assertThat(dry.path("runs").path(0).path("covers").path("from").asString()).isEqualTo("2026-02-28T18:30:00Z");
        assertThat(schedule("nightly-load").path("runs").path("totalCount").asInt()).isZero();

        mutate("backfill", days, "runs { logicalDate }");
        JsonNode runs = schedule("nightly-load").path("runs");
        assertThat(runs.path("totalCount").asInt()).isEqualTo(3);
        assertThat(runs.path("nodes").size()).isEqualTo(2);
        assertThat(mutate("backfill", days, "runs { logicalDate }").path("runs").size()).isZero();

        String run = runs.path("nodes").path(0).path("id").asString();
        assertThat(mutate("runCancel", "run: \"%s\"".formatted(run), "run { status }").path("run").path("status")
                .asString()).isEqualTo("CANCELLED");
        assertThat(mutate("runCancel", "run: \"%s\"".formatted(run), "userErrors { code }").path("userErrors").path(0)
                .path("code").asString()).isEqualTo("NOT_WAITING");
        JsonNode rest = hub.ask("engineer", """
                query ($after: String) { schedules { name runs(first: 2, after: $after) { totalCount nodes { id } } } }
                """, Map.of("after", runs.path("pageInfo").path("endCursor").asString())).path("data")
                .path("schedules").path(0).path("runs");
        assertThat(rest.path("totalCount").asInt()).isEqualTo(3);
        assertThat(rest.path("nodes").size()).isEqualTo(1);
    }

    /** The last: from here on the hub runs what is enqueued. */
    @Test
    @Order(Integer.MAX_VALUE)
    void loadsWhenItIsAskedTo() throws InterruptedException {
        SampleInput.in(data.resolve("input"), 60);
        scheduling.doStart();
        String run = mutate("scheduleRunNow", "schedule: \"on-arrival\"", "run { id status cause askedBy }")
                .path("run").path("id").asString();
        JsonNode ended = awaitEnd(run);

        assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("COMPLETED");
        assertThat(ended.path("loadNumber").asInt()).isEqualTo(hub.ask("engineer",
                "{ loads(first: 1) { nodes { number } } }").path("data").path("loads").path("nodes").path(0)
                .path("number").asInt()).isPositive();
        assertThat(jdbc.sql("""
                SELECT parameter_name || '=' || parameter_value FROM batch_job_execution_params
                WHERE parameter_name IN ('trigger', 'startedBy')
                """).query((row, place) -> row.getString(1)).list()).containsOnly("trigger=USER",
                "startedBy=engineer-client");
    }

    private JsonNode awaitEnd(String run) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        JsonNode node;
        do {
            Thread.sleep(500);
            node = hub.ask("engineer", """
                    query ($id: ID!) { node(id: $id) { ... on ScheduleRun { status loadNumber message } } }
                    """, Map.of("id", run)).path("data").path("node");
        } while (!node.path("status").asString("").matches("COMPLETED|FAILED") && System.nanoTime() < end);
        return node;
    }

    private JsonNode schedule(String name) {
        for (JsonNode schedule : hub.ask("engineer", SCHEDULES).path("data").path("schedules")) {
            if (schedule.path("name").asString().equals(name)) {
                return schedule;
            }
        }
        throw new AssertionError("No schedule " + name);
    }

    private JsonNode mutate(String mutation, String input, String answer) {
        return hub.ask("engineer", "mutation { %s(input: {%s}) { %s } }".formatted(mutation, input, answer))
                .path("data").path(mutation);
    }
}
