package zhiyin.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import zhiyin.schedule.Run.Status;
import zhiyin.schedule.ScheduledWork.Cause;

/** The runs of schedules, kept in PostgreSQL; what writes them is here. */
@Component
class Runs {

    private static final String ADD = """
            INSERT INTO schedule_run (schedule, logical_date, task_instance, covers_from, covers_until, cause, asked_by,
                                      due_at, status, failures)
            VALUES (:schedule, :logicalDate, :task, :from, :until, :cause, :askedBy, :now, 'WAITING', 0)
            ON CONFLICT (schedule, logical_date) DO
            """;

    private static final String NOTHING = "NOTHING";

    private static final String AGAIN = """
            UPDATE SET covers_from = excluded.covers_from, covers_until = excluded.covers_until, cause = excluded.cause,
              asked_by = excluded.asked_by, due_at = excluded.due_at,
              status = 'WAITING', failures = 0, started_at = NULL, ended_at = NULL, load = NULL, message = NULL
            WHERE schedule_run.status NOT IN ('WAITING', 'RUNNING')
            """;

    /** Runs of a schedule take turns, the oldest of those that wait first. One that is running here was left by a node that died. */
    private static final String CLAIM = """
            UPDATE schedule_run mine SET status = 'RUNNING', started_at = :now, ended_at = NULL, message = NULL
            WHERE schedule = :schedule AND logical_date = :logicalDate AND status IN ('WAITING', 'RUNNING')
              AND NOT EXISTS (SELECT 1 FROM schedule_run other WHERE other.schedule = mine.schedule
                AND other.logical_date <> mine.logical_date
                AND (other.status = 'RUNNING' OR other.status = 'WAITING' AND other.failures = 0
                  AND other.due_at <= :now AND other.logical_date < mine.logical_date))
            """;

    private static final String ENDED = """
            UPDATE schedule_run SET status = :status, ended_at = :now, load = :load, message = :message,
              failures = failures + :failure
            WHERE schedule = :schedule AND logical_date = :logicalDate
            """;

    private static final String WAITS = """
            UPDATE schedule_run SET status = 'WAITING', started_at = NULL, message = :message,
              failures = failures + :failure
            WHERE schedule = :schedule AND logical_date = :logicalDate
            """;

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A run that is wanted.
     *
     * @param key     which run of which schedule
     * @param covers  the time that it covers; null when it covers whatever lies there
     * @param cause   what asks for it
     * @param askedBy account that asks for it; null when none does
     */
    record Wanted(RunKey key, @Nullable Period covers, Cause cause, @Nullable String askedBy) {}

    /** Adds a run that waits. False when there is one of its date already. */
    boolean add(Wanted run, Instant now) {
        return bound(jdbc.sql(ADD + NOTHING), run, now).update() == 1;
    }

    /** Adds a run that waits, or lets the one of its date wait again. False when that one waits or runs. */
    boolean addOrRepeat(Wanted run, Instant now) {
        return bound(jdbc.sql(ADD + AGAIN), run, now).update() == 1;
    }

    private static StatementSpec bound(StatementSpec statement, Wanted run, Instant now) {
        return keyed(statement, run.key()).param("task", run.key().id())
                .param("from", run.covers() == null ? null : at(run.covers().from()))
                .param("until", run.covers() == null ? null : at(run.covers().until()))
                .param("cause", run.cause().name()).param("askedBy", run.askedBy()).param("now", at(now));
    }

    /** Takes a run on. False when it is not its turn, or it waits no more. */
    boolean claim(RunKey key, Instant now) {
        return keyed(jdbc.sql(CLAIM), key).param("now", at(now)).update() == 1;
    }

    void completed(RunKey key, @Nullable Long load, Instant now) {
        ended(key, Status.COMPLETED, load, null, 0, now);
    }

    void failed(RunKey key, @Nullable Long load, String message, Instant now) {
        ended(key, Status.FAILED, load, message, 1, now);
    }

    private void ended(RunKey key, Status status, @Nullable Long load, @Nullable String message, int failure,
            Instant now) {
        keyed(jdbc.sql(ENDED), key).param("status", status.name()).param("now", at(now)).param("load", load)
                .param("message", message).param("failure", failure).update();
    }

    /** Lets a run that was taken on wait for its turn. */
    void waits(RunKey key, String message) {
        keyed(jdbc.sql(WAITS), key).param("message", message).param("failure", 0).update();
    }

    /** Lets a run that failed wait for its next try. */
    void waitsAfterFailure(RunKey key, String message) {
        keyed(jdbc.sql(WAITS), key).param("message", message).param("failure", 1).update();
    }

    /** Cancels a run that waits. False when it does not. */
    boolean cancel(RunKey key, Instant now) {
        return keyed(jdbc.sql("""
                UPDATE schedule_run SET status = 'CANCELLED', ended_at = :now
                WHERE schedule = :schedule AND logical_date = :logicalDate AND status = 'WAITING'
                """), key).param("now", at(now)).update() == 1;
    }

    Optional<Status> status(RunKey key) {
        return keyed(jdbc.sql("""
                SELECT status FROM schedule_run WHERE schedule = :schedule AND logical_date = :logicalDate
                """), key).query(String.class).optional().map(Status::valueOf);
    }

    /** Whether a run of a schedule waits that somebody asked for by hand. */
    boolean waitsByHand(String schedule) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT 1 FROM schedule_run WHERE schedule = ? AND status = 'WAITING' AND cause = 'USER')
                """).param(schedule).query(Boolean.class).single();
    }

    /** Where the runs of a schedule stand whose logical dates lie between two, both included. */
    Map<Instant, Status> statuses(String schedule, Instant first, Instant last) {
        Map<Instant, Status> statuses = new HashMap<>();
        jdbc.sql("""
                SELECT logical_date, status FROM schedule_run
                WHERE schedule = ? AND logical_date BETWEEN ? AND ?
                """).params(schedule, at(first), at(last)).query(row -> {
            statuses.put(row.getObject(1, OffsetDateTime.class).toInstant(), Status.valueOf(row.getString(2)));
        });
        return statuses;
    }

    /** Runs that wait although nothing is going to start them. */
    List<RunKey> forgotten(String task) {
        return jdbc.sql("""
                SELECT schedule, logical_date FROM schedule_run run
                WHERE status = 'WAITING' AND NOT EXISTS (SELECT 1 FROM scheduled_tasks task
                  WHERE task.task_name = ? AND task.task_instance = run.task_instance)
                """).param(task)
                .query((row, place) -> new RunKey(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static StatementSpec keyed(StatementSpec statement, RunKey key) {
        return statement.param("schedule", key.schedule()).param("logicalDate", at(key.logicalDate()));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
