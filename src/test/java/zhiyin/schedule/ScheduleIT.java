package zhiyin.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import zhiyin.schedule.Backfill.Missing;
import zhiyin.schedule.Backfill.Reprocess;
import zhiyin.schedule.Run.Status;
import zhiyin.schedule.Runs.Wanted;
import zhiyin.schedule.ScheduledWork.Cause;
import zhiyin.schedule.ScheduledWork.Order;
import zhiyin.schedule.ScheduledWork.Result;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Schedules on a real PostgreSQL, with nodes of the hub that the tests make themselves. */
@HubTest
class ScheduleIT {

    private static final String HOURLY = """
            schedules:
              hourly: { run: load, cron: "0 0 * * * *", zone: UTC, feeds: [crm], catchUp: %s }
            """;

    private final DataSource dataSource;
    private final CleanStores stores;
    private final JdbcClient jdbc;
    private final MovedClock clock = new MovedClock("2026-11-22T09:30:00Z");
    private final Works work = new Works();
    private int declarations;

    @TempDir
    private Path folder;

    @Autowired
    ScheduleIT(DataSource dataSource, CleanStores stores) {
        this.dataSource = dataSource;
        this.stores = stores;
        this.jdbc = JdbcClient.create(dataSource);
    }

    @BeforeEach
    void clean() {
        stores.tables();
    }

    @Test
    void runsWhenAPeriodIsOverAndPassesItOn() throws IOException {
        Node node = node(HOURLY.formatted("none"));
        node.lookout.look();
        node.runAll(jdbc);
        assertThat(work.orders()).isEmpty();

        clock.set("2026-11-22T10:00:05Z");
        node.lookout.look();
        node.lookout.look();
        node.runAll(jdbc);

        assertThat(work.orders()).containsExactly(new Order("hourly", Cause.SCHEDULE, "hourly", List.of("crm"), false,
                Node.at("2026-11-22T09:00:00Z"), Node.at("2026-11-22T10:00:00Z")));
        Run run = only(node, "hourly");
        assertThat(run.state().status()).isEqualTo(Status.COMPLETED);
        assertThat(run.state().load()).isEqualTo(1L);
        assertThat(run.dueAt()).isEqualTo("2026-11-22T10:00:05Z");
    }

    @Test
    void catchesUpAsItIsTold() throws IOException {
        for (CatchUp policy : CatchUp.values()) {
            clean();
            clock.set("2026-11-22T09:30:00Z");
            Node before = node(HOURLY.formatted(policy.name().toLowerCase(Locale.ROOT)));
            before.lookout.look();

            clock.set("2026-11-22T13:10:00Z");
            Node after = node(HOURLY.formatted(policy.name().toLowerCase(Locale.ROOT)));
            after.lookout.look();

            assertThat(dates(after, "hourly")).as(policy.name()).isEqualTo(switch (policy) {
                case NONE -> List.of();
                case LATEST -> List.of("2026-11-22T12:00:00Z");
                case ALL -> List.of("2026-11-22T09:00:00Z", "2026-11-22T10:00:00Z", "2026-11-22T11:00:00Z",
                        "2026-11-22T12:00:00Z");
            });
        }
    }

    @Test
    void pausesAndDoesNotMakeUpForWhatPassed() throws IOException {
        Node node = node(HOURLY.formatted("all"));
        node.lookout.look();
        node.overrides.put("hourly", override(null, true));

        clock.set("2026-11-22T11:00:01Z");
        node.lookout.look();
        assertThat(node.schedules.find("hourly").orElseThrow().next(clock.instant())).isNull();
        node.overrides.put("hourly", override(null, false));
        clock.set("2026-11-22T12:00:01Z");
        node.lookout.look();

        assertThat(dates(node, "hourly")).containsExactly("2026-11-22T11:00:00Z");
    }

    @Test
    void keepsWhatWasSetThroughARestartUntilItIsReset() throws IOException {
        node(HOURLY.formatted("none")).overrides.put("hourly", override("0 15 * * * *", null));

        Node restarted = node(HOURLY.formatted("none"));
        ScheduleInForce set = restarted.schedules.find("hourly").orElseThrow();
        assertThat(set.next(clock.instant())).isEqualTo(
                new Period(Node.at("2026-11-22T09:15:00Z"), Node.at("2026-11-22T10:15:00Z")));
        assertThat(set.override()).isNotNull().extracting(ScheduleOverride::changedBy).isEqualTo("ada");

        restarted.overrides.remove("hourly");
        assertThat(restarted.schedules.find("hourly").orElseThrow().next(clock.instant())).isEqualTo(
                new Period(Node.at("2026-11-22T09:00:00Z"), Node.at("2026-11-22T10:00:00Z")));
    }

    @Test
    void readsTheFileAgainWhenItChangesAndKeepsTheSchedulesWhenItIsMistaken() throws IOException {
        Node node = node(HOURLY.formatted("none"));
        declare(HOURLY.formatted("none").replace("hourly:", "each-hour:"));
        assertThat(node.schedules.all()).extracting(ScheduleInForce::name).containsExactly("each-hour");

        declare(HOURLY.formatted("sometimes"));
        assertThat(node.schedules.all()).extracting(ScheduleInForce::name).containsExactly("each-hour");
        assertThat(node.schedules.mistakes()).singleElement().asString().contains("hourly.catchUp");

        declare(HOURLY.formatted("all"));
        assertThat(node.schedules.all()).extracting(ScheduleInForce::name).containsExactly("hourly");
        assertThat(node.schedules.mistakes()).isEmpty();
    }

    @Test
    void bringsTheRunsThatAreMissing() throws IOException {
        Node node = node("schedules: { daily: { run: load, cron: \"0 30 2 * * *\", zone: Asia/Taipei } }");
        ScheduleInForce daily = node.schedules.find("daily").orElseThrow();
        node.runs.add(new Wanted(new RunKey("daily", Node.at("2026-11-18T18:30:00Z")), null, Cause.SCHEDULE, null),
                clock.instant());
        node.runs.completed(new RunKey("daily", Node.at("2026-11-18T18:30:00Z")), 4L, clock.instant());
        node.runs.add(new Wanted(new RunKey("daily", Node.at("2026-11-19T18:30:00Z")), null, Cause.SCHEDULE, null),
                clock.instant());
        node.runs.failed(new RunKey("daily", Node.at("2026-11-19T18:30:00Z")), 5L, "no disk", clock.instant());

        // The run of the 22nd is over on the 23rd at 02:30 in Taipei: it is not missing yet.
        assertThat(missing(node, daily, Reprocess.NONE)).containsExactly("2026-11-17T18:30:00Z",
                "2026-11-20T18:30:00Z");
        assertThat(missing(node, daily, Reprocess.FAILED)).containsExactly("2026-11-17T18:30:00Z",
                "2026-11-19T18:30:00Z", "2026-11-20T18:30:00Z");
        assertThat(missing(node, daily, Reprocess.COMPLETED)).containsExactly("2026-11-17T18:30:00Z",
                "2026-11-18T18:30:00Z", "2026-11-19T18:30:00Z", "2026-11-20T18:30:00Z");

        node.backfill.enqueue(daily, runs(node, daily, Reprocess.FAILED), "ada");
        node.runAll(jdbc);
        assertThat(work.orders()).extracting(order -> String.valueOf(order.from())).containsExactly(
                "2026-11-17T18:30:00Z", "2026-11-19T18:30:00Z", "2026-11-20T18:30:00Z");
        assertThat(work.orders()).extracting(Order::cause).containsOnly(Cause.BACKFILL);
        assertThat(missing(node, daily, Reprocess.FAILED)).isEmpty();
    }

    @Test
    void followsTheRunsOfAnotherScheduleThatCompleted() throws IOException {
        Node node = node(HOURLY.formatted("all") + "  sums: { run: load, after: hourly }\n");
        node.lookout.look();
        work.end(order -> order.from() != null && order.from().equals(Node.at("2026-11-22T09:00:00Z"))
                ? new Result.Failed(7L, "no disk")
                : new Result.Completed(8L));
        clock.set("2026-11-22T11:30:00Z");
        node.lookout.look();
        node.runAll(jdbc);
        node.runAll(jdbc);

        assertThat(node.runsOf(jdbc, "hourly")).extracting(run -> run.state().status())
                .containsExactly(Status.FAILED, Status.COMPLETED);
        assertThat(node.runsOf(jdbc, "hourly").getFirst().state().message()).isEqualTo("no disk");
        Run follower = only(node, "sums");
        assertThat(follower.key().logicalDate()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(follower.covers()).isEqualTo(
                new Period(Node.at("2026-11-22T10:00:00Z"), Node.at("2026-11-22T11:00:00Z")));
        assertThat(follower.state().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void waitsForItsTurnAndIsNotLost() throws IOException {
        Node node = node(HOURLY.formatted("all"));
        node.lookout.look();
        clock.set("2026-11-22T10:00:01Z");
        node.lookout.look();
        work.end(order -> new Result.Busy("Another load is running"));
        node.runAll(jdbc);
        Run waiting = only(node, "hourly");
        assertThat(waiting.state().status()).isEqualTo(Status.WAITING);
        assertThat(waiting.state().message()).isEqualTo("Another load is running");

        work.end(order -> new Result.Completed(3L));
        node.runAll(jdbc);
        assertThat(only(node, "hourly").state().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void triesAgainAsOftenAsItIsTold() throws IOException {
        Node node = node("schedules: { daily: { run: load, cron: \"@daily\", zone: UTC, retries: 2 } }");
        work.end(order -> {
            throw new IllegalStateException("no disk");
        });
        node.queue.add(new Wanted(new RunKey("daily", clock.instant()), null, Cause.USER, "ada"));
        for (int i = 0; i < 2; i++) {
            node.runAll(jdbc);
            assertThat(only(node, "daily").state().status()).isEqualTo(Status.WAITING);
        }
        node.runAll(jdbc);
        node.runAll(jdbc);

        Run run = only(node, "daily");
        assertThat(run.state().status()).isEqualTo(Status.FAILED);
        assertThat(run.state().message()).isEqualTo("no disk");
        assertThat(run.state().failures()).isEqualTo(3);
        assertThat(work.orders()).hasSize(3).extracting(Order::startedBy).containsOnly("ada");
    }

    @Test
    void goesOnAfterTheNodeWasStopped() throws IOException {
        Node node = node(HOURLY.formatted("none"));
        RunKey key = new RunKey("hourly", clock.instant());
        node.queue.add(new Wanted(key, null, Cause.USER, "ada"));
        work.end(order -> new Result.Failed(null, "it was stopped"));
        assertThat(node.runner.run(key, () -> true)).isInstanceOf(Runner.Next.Return.class);
        assertThat(only(node, "hourly").state().status()).isEqualTo(Status.WAITING);

        work.end(order -> new Result.Completed(3L));
        node.runAll(jdbc);
        assertThat(only(node, "hourly").state().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void isCancelledWhileItWaitsOnly() throws IOException {
        Node node = node(HOURLY.formatted("none"));
        RunKey key = new RunKey("hourly", clock.instant());
        node.queue.add(new Wanted(key, null, Cause.USER, "ada"));
        assertThat(node.queue.cancel(key)).isTrue();
        node.runAll(jdbc);

        assertThat(work.orders()).isEmpty();
        assertThat(node.queue.cancel(key)).isFalse();
        assertThat(only(node, "hourly").state().status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void runsWhenFilesHaveArrivedWholeAndThoseThatLayThereDoNotCount() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input/crm"));
        Files.writeString(input.resolve("old.csv"), "a");
        Node node = node("schedules: { arrivals: { run: load, files: \"crm/*.csv\", every: 1m } }");
        lookEachMinute(node, 3);
        assertThat(node.runsOf(jdbc, "arrivals")).isEmpty();

        Files.writeString(input.resolve("new.csv"), "b");
        Files.writeString(input.resolve("other.txt"), "c");
        lookEachMinute(node, 1);
        Files.writeString(input.resolve("new.csv"), "bb");
        lookEachMinute(node, 1);
        assertThat(node.runsOf(jdbc, "arrivals")).as("still growing").isEmpty();
        lookEachMinute(node, 3);
        assertThat(node.runsOf(jdbc, "arrivals")).singleElement().satisfies(run -> {
            assertThat(run.cause()).isEqualTo(Cause.FILE_ARRIVAL);
            assertThat(run.covers()).isNull();
        });

        Files.delete(input.resolve("old.csv"));
        lookEachMinute(node, 3);
        assertThat(node.runsOf(jdbc, "arrivals")).as("a file that goes has not arrived").hasSize(1);
    }

    @Test
    void runsOnceOnTwoNodes() throws Exception {
        declare(HOURLY.formatted("all"));
        work.end(order -> {
            sleep();
            return new Result.Completed(1L);
        });
        try (Node one = node(HOURLY.formatted("all")); Node two = node(HOURLY.formatted("all"))) {
            one.lookout.look();
            clock.set("2026-11-22T19:00:01Z");
            clock.go();
            one.start();
            two.start();
            await(() -> one.runsOf(jdbc, "hourly").stream().filter(run -> run.state().status() == Status.COMPLETED)
                    .count() == 10);
            Thread.sleep(1_000);
        }

        assertThat(work.orders()).extracting(order -> String.valueOf(order.from())).containsExactlyElementsOf(
                IntStream.range(9, 19).mapToObj("2026-11-22T%02d:00:00Z"::formatted).toList());
    }

    @Test
    void isEnqueuedOnceByManyAtATime() throws Exception {
        Node node = node(HOURLY.formatted("all"));
        node.lookout.look();
        clock.set("2026-11-22T19:00:01Z");
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(
                        i -> Thread.ofPlatform().start(new Node(dataSource, clock, work, folder, folder).lookout::look))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(node.runsOf(jdbc, "hourly")).hasSize(10);
        assertThat(jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = 'schedule-run'")
                .query(Integer.class).single()).isEqualTo(10);
    }

    @Test
    void findsAPlaceAgainForARunThatLostIt() throws IOException {
        Node node = node(HOURLY.formatted("none"));
        node.queue.add(new Wanted(new RunKey("hourly", clock.instant()), null, Cause.USER, "ada"));
        jdbc.sql("DELETE FROM scheduled_tasks").update();
        node.lookout.look();
        node.runAll(jdbc);

        assertThat(only(node, "hourly").state().status()).isEqualTo(Status.COMPLETED);
    }

    private void lookEachMinute(Node node, int times) {
        for (int i = 0; i < times; i++) {
            clock.move(Duration.ofMinutes(1));
            node.lookout.look();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private List<String> missing(Node node, ScheduleInForce schedule, Reprocess reprocess) {
        return runs(node, schedule, reprocess).stream().map(run -> run.logicalDate().toString()).toList();
    }

    private List<Missing> runs(Node node, ScheduleInForce schedule, Reprocess reprocess) {
        return node.backfill.missing(schedule, schedule.cron().orElseThrow(), LocalDate.of(2026, 11, 18),
                LocalDate.of(2026, 11, 22), reprocess);
    }

    private List<String> dates(Node node, String schedule) {
        return node.runsOf(jdbc, schedule).stream().map(run -> run.key().logicalDate().toString()).toList();
    }

    private Run only(Node node, String schedule) {
        List<Run> runs = node.runsOf(jdbc, schedule);
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private ScheduleOverride override(@Nullable String cron, @Nullable Boolean paused) {
        return new ScheduleOverride(cron, null, null, paused, "ada", clock.instant());
    }

    private Node node(String yaml) throws IOException {
        declare(yaml);
        return new Node(dataSource, clock, work, folder, folder.resolve("input"));
    }

    private void declare(String yaml) throws IOException {
        Path file = folder.resolve("schedules.yaml");
        if (!Files.exists(file) || !Files.readString(file).equals(yaml)) {
            Files.writeString(file, yaml);
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH.plusSeconds(++declarations)));
        }
    }
}
