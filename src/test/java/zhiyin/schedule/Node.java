package zhiyin.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import zhiyin.schedule.Runner.Next;

/** A node of the hub as far as schedules need one, on the tests' PostgreSQL and a clock of the test's own. */
class Node implements AutoCloseable {

    private static final ScheduleSettings SETTINGS = new ScheduleSettings(true, Duration.ofMillis(100),
            Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofMillis(100));

    final Schedules schedules;
    final Overrides overrides;
    final Queue queue;
    final Runs runs;
    final RunHistory history;
    final Backfill backfill;
    final Lookout lookout;
    final Runner runner;
    private final Scheduler scheduler;

    Node(DataSource dataSource, Clock clock, ScheduledWork work, Path etl, Path input) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        overrides = new Overrides(jdbc);
        schedules = new Schedules(etl, List.of(work), overrides);
        runs = new Runs(jdbc);
        history = new RunHistory(jdbc);
        queue = new Queue(dataSource, runs, transactions, clock);
        backfill = new Backfill(runs, queue);
        lookout = new Lookout(schedules, queue, new Marks(jdbc), new Arrivals(input, jdbc), transactions, SETTINGS);
        runner = new Runner(schedules, List.of(work), runs, history, queue, transactions, SETTINGS);
        ScheduleConfiguration configuration = new ScheduleConfiguration();
        scheduler = Scheduler
                .create(new TransactionAwareDataSourceProxy(dataSource), configuration.runTask(runner, SETTINGS))
                .startTasks((RecurringTask<Void>) configuration.lookTask(lookout, SETTINGS)).clock(clock::instant)
                .threads(3).pollingInterval(Duration.ofMillis(50)).shutdownMaxWait(Duration.ofSeconds(2)).build();
    }

    void start() {
        scheduler.start();
    }

    /** Takes on whatever waits, oldest first, once; as db-scheduler would, without its threads. */
    void runAll(JdbcClient jdbc) {
        List<String> places = jdbc
                .sql("SELECT task_instance FROM scheduled_tasks WHERE task_name = ? ORDER BY task_instance")
                .param(Queue.TASK).query((row, place) -> row.getString(1)).list();
        for (String place : places) {
            Next next = runner.run(RunKey.of(place), () -> false);
            if (next instanceof Next.Leave) {
                jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?")
                        .params(Queue.TASK, place).update();
            }
        }
    }

    List<Run> runsOf(JdbcClient jdbc, String schedule) {
        return jdbc.sql("SELECT task_instance FROM schedule_run WHERE schedule = ? ORDER BY logical_date")
                .param(schedule).query((row, place) -> row.getString(1)).list().stream()
                .map(id -> history.find(RunKey.of(id)).orElseThrow()).toList();
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
