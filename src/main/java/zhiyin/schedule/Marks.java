package zhiyin.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Until when somebody looked whether a schedule was due, kept in PostgreSQL. */
@Component
class Marks {

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mark of a schedule, which nobody else may look at until the transaction ends; empty when nobody looked yet. */
    Optional<Instant> lock(String schedule) {
        return jdbc.sql("SELECT seen_until FROM schedule_mark WHERE schedule = ? FOR UPDATE").param(schedule)
                .query((row, place) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional();
    }

    /** Moves the mark; never back, as clocks of other nodes may be behind. */
    void set(String schedule, Instant seenUntil) {
        jdbc.sql("""
                INSERT INTO schedule_mark (schedule, seen_until) VALUES (?, ?)
                ON CONFLICT (schedule) DO UPDATE SET seen_until = greatest(schedule_mark.seen_until, excluded.seen_until)
                """).params(schedule, Runs.at(seenUntil)).update();
    }
}
