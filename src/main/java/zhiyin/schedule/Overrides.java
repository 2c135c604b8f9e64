package zhiyin.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was set otherwise than declared, kept in PostgreSQL. */
@Component
class Overrides {

    private static final String ALL = """
            SELECT schedule, cron, zone, catch_up, paused, changed_by, changed_at FROM schedule_override
            """;

    private static final String PUT = """
            INSERT INTO schedule_override (schedule, cron, zone, catch_up, paused, changed_by, changed_at)
            VALUES (:schedule, :cron, :zone, :catchUp, :paused, :changedBy, :changedAt)
            ON CONFLICT (schedule) DO UPDATE SET
              cron = coalesce(excluded.cron, schedule_override.cron),
              zone = coalesce(excluded.zone, schedule_override.zone),
              catch_up = coalesce(excluded.catch_up, schedule_override.catch_up),
              paused = coalesce(excluded.paused, schedule_override.paused),
              changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """;

    private final JdbcClient jdbc;

    Overrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, by schedule. */
    Map<String, ScheduleOverride> all() {
        Map<String, ScheduleOverride> all = new HashMap<>();
        jdbc.sql(ALL).query((ResultSet row) -> {
            all.put(row.getString("schedule"), override(row));
        });
        return all;
    }

    /** Sets what the override names; what it leaves null stays as it was. */
    void put(String schedule, ScheduleOverride override) {
        jdbc.sql(PUT).param("schedule", schedule).param("cron", override.cron()).param("zone", override.zone())
                .param("catchUp", override.catchUp() == null ? null : override.catchUp().name())
                .param("paused", override.paused()).param("changedBy", override.changedBy())
                .param("changedAt", override.changedAt().atOffset(ZoneOffset.UTC)).update();
    }

    void remove(String schedule) {
        jdbc.sql("DELETE FROM schedule_override WHERE schedule = ?").param(schedule).update();
    }

    private static ScheduleOverride override(ResultSet row) throws SQLException {
        String catchUp = row.getString("catch_up");
        return new ScheduleOverride(row.getString("cron"), row.getString("zone"),
                catchUp == null ? null : CatchUp.valueOf(catchUp), flag(row, "paused"), row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Boolean flag(ResultSet row, String column) throws SQLException {
        boolean flag = row.getBoolean(column);
        return row.wasNull() ? null : flag;
    }
}
