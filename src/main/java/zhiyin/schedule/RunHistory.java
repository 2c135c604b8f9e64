package zhiyin.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.stream.Collectors.groupingBy;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import zhiyin.relay.Connection;
import zhiyin.relay.Edge;
import zhiyin.relay.NodeSource;
import zhiyin.relay.PageRequest;
import zhiyin.schedule.ScheduledWork.Cause;

/** The runs of schedules as readers see them, newest first. */
@Component
class RunHistory implements NodeSource {

    private static final String PAGE = """
            SELECT * FROM (
              SELECT run.*, row_number() OVER (PARTITION BY schedule ORDER BY due_at DESC, logical_date DESC) AS place
              FROM schedule_run run
              WHERE schedule IN (:schedules)
                AND (due_at, logical_date) < (CAST(:dueAt AS timestamptz), CAST(:logicalDate AS timestamptz))
            ) newest WHERE place <= :limit ORDER BY schedule, place
            """;

    private static final String TOTALS = """
            SELECT schedule, count(*) AS total FROM schedule_run WHERE schedule IN (:schedules) GROUP BY schedule
            """;

    private final JdbcClient jdbc;

    RunHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the runs of each schedule. */
    Map<String, Connection<ScheduleRun>> runsOf(List<String> schedules, PageRequest page) {
        List<Object> after = page.afterKeys(Run.LIST, OffsetDateTime::parse, OffsetDateTime::parse);
        Map<String, List<Run>> found = jdbc.sql(PAGE).param("schedules", schedules).param("limit", page.limit())
                .param("dueAt", after.isEmpty() ? "infinity" : after.get(0).toString())
                .param("logicalDate", after.isEmpty() ? "infinity" : after.get(1).toString())
                .query(RunHistory::run).list().stream().collect(groupingBy(run -> run.key().schedule()));
        Map<String, Integer> totals = new HashMap<>();
        jdbc.sql(TOTALS).param("schedules", schedules).query(row -> {
            totals.put(row.getString("schedule"), row.getInt("total"));
        });
        Map<String, Connection<ScheduleRun>> pages = new HashMap<>();
        schedules.forEach(schedule -> pages.put(schedule, Connection.ofEdges(found.getOrDefault(schedule, List.of()),
                page, totals.getOrDefault(schedule, 0), run -> Edge.of(run.position(), ScheduleRun.of(run)))));
        return pages;
    }

    @Override
    public String type() {
        return "ScheduleRun";
    }

    @Override
    public Set<String> readers() {
        return Set.of("ENGINEER");
    }

    @Override
    public Optional<ScheduleRun> find(String id) {
        return id.matches("[a-z0-9-]+@\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z")
                ? find(RunKey.of(id)).map(ScheduleRun::of)
                : Optional.empty();
    }

    Optional<Run> find(RunKey key) {
        return jdbc.sql("SELECT * FROM schedule_run WHERE schedule = ? AND logical_date = ?")
                .params(key.schedule(), Runs.at(key.logicalDate())).query(RunHistory::run).optional();
    }

    private static Run run(ResultSet row, int place) throws SQLException {
        Instant from = instant(row, "covers_from");
        Instant until = instant(row, "covers_until");
        long load = row.getLong("load");
        return new Run(new RunKey(row.getString("schedule"), needed(row, "logical_date")),
                from == null || until == null ? null : new Period(from, until), Cause.valueOf(row.getString("cause")),
                row.getString("asked_by"), needed(row, "due_at"),
                new Run.State(Run.Status.valueOf(row.getString("status")), instant(row, "started_at"),
                        instant(row, "ended_at"), row.getInt("failures"), load == 0 ? null : load,
                        row.getString("message")));
    }

    private static Instant needed(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
