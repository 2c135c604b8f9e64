package zhiyin.staging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.model.History;
import zhiyin.model.RecordKind;

/**
 * Finds out where the window begins whose events the graph keeps, and counts those before it by customer and month. What it
 * counts depends on nothing but the events that are staged and the begin: whoever arrives in whatever order ends in the same.
 */
public class HistoryWindow {

    private final Staging staging;
    private final List<RecordKind> kinds;
    private final @Nullable Integer months;

    /**
     * A window.
     *
     * @param staging where the events are; their tables are there
     * @param kinds   kinds of record, of which those without a history are left alone
     * @param months  how many whole months it has, before the one of the newest event; null for all
     */
    public HistoryWindow(Staging staging, List<RecordKind> kinds, @Nullable Integer months) {
        this.staging = staging;
        this.kinds = kinds.stream().filter(kind -> kind.history() != null).toList();
        this.months = months;
        this.kinds.forEach(kind -> Optional.ofNullable(kind.history()).ifPresent(
                history -> history.made().forEach(made -> Tables.createMade(staging, made))));
    }

    /** How many events there are of each kind, all together. */
    public long count() {
        return kinds.stream().mapToLong(kind -> staging.number("SELECT count(*) FROM " + Tables.staged(kind))).sum();
    }

    /** How many events of a kind the graph only counts. */
    public static long counted(Staging staging, RecordKind kind) {
        return kind.history() == null ? 0 : staging.number("SELECT count(*) FROM " + Tables.counted(kind));
    }

    /**
     * Draws the line anew and counts what has to be counted anew: the months of events that changed, and those that the line
     * went over. May be repeated.
     *
     * @param at when the load began: an event after it, which somebody mistyped, does not move the line
     */
    public void draw(Instant at) {
        for (RecordKind kind : kinds) {
            Optional.ofNullable(kind.history())
                    .ifPresent(history -> staging.together(() -> new Drawing(kind, history).draw(at)));
        }
    }

    private final class Drawing {

        private final RecordKind kind;
        private final History history;
        private final String events;
        private final String counts;
        private final String moment;

        Drawing(RecordKind kind, History history) {
            this.kind = kind;
            this.history = history;
            this.events = Tables.staged(kind);
            this.counts = Tables.staged(history.months());
            this.moment = "s." + Sql.name(history.moment());
        }

        void draw(Instant at) {
            staging.run(line(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
            staging.run("INSERT INTO %s SELECT id FROM %s".formatted(Tables.unindexed(kind), Tables.untold(kind)));
            staging.run(crossed());
            staging.run(old());
            staging.run(leave(kind, "old_event", "IN (SELECT id FROM %s)".formatted(Tables.counted(kind))));
            if (staging.number("SELECT count(*) FROM recounted") > 0) {
                recount();
            }
            staging.run(leave(history.months(), Tables.untold(history.months()),
                    "NOT IN (SELECT id FROM %s)".formatted(counts)));
            staging.run(tell());
        }

        /** Where the window began before, and where it begins now. */
        private String line(LocalDateTime at) {
            String begin = months == null
                    ? "CAST(NULL AS TIMESTAMP)"
                    : "(SELECT date_trunc('month', max(%1$s)) - to_months(%2$d) FROM %3$s s WHERE %1$s <= TIMESTAMP '%4$s')"
                            .formatted(moment, months, events, at);
            return """
                    CREATE OR REPLACE TEMP TABLE line AS
                    SELECT (SELECT any_value("begin") FROM %s) AS former, %s AS "begin"
                    """.formatted(Tables.staged(history.window()), begin);
        }

        /** The graph may have to be told of the events between the two lines, wherever they are now. */
        private String crossed() {
            return """
                    INSERT INTO %1$s SELECT s.id FROM %2$s s, line
                    WHERE former IS DISTINCT FROM "begin"
                        AND %3$s >= least(coalesce(former, TIMESTAMP '-infinity'), coalesce("begin", TIMESTAMP '-infinity'))
                        AND %3$s < greatest(coalesce(former, TIMESTAMP '-infinity'), coalesce("begin", TIMESTAMP '-infinity'))
                    """.formatted(Tables.untold(kind), events, moment);
        }

        /**
         * Of the events that may have changed, those before the line; and which months they leave and join. One whose party
         * nobody knows waits for it and counts as it did.
         */
        private String old() {
            return """
                    CREATE OR REPLACE TEMP TABLE old_event AS
                    SELECT s.id, a.customer, CAST(date_trunc('month', %1$s) AS DATE) AS "month"
                    FROM %2$s s JOIN assignment a ON a.record = s.party, line
                    WHERE %1$s < "begin" AND s.id IN (SELECT id FROM %3$s);
                    CREATE OR REPLACE TEMP TABLE recounted AS
                    SELECT customer, "month" FROM %4$s WHERE id IN (SELECT id FROM %3$s)
                    UNION SELECT customer, "month" FROM old_event;
                    DELETE FROM %4$s WHERE id IN (SELECT s.id FROM %2$s s JOIN assignment a ON a.record = s.party
                        WHERE s.id IN (SELECT id FROM %3$s));
                    INSERT INTO %4$s SELECT id, customer, "month" FROM old_event
                    """.formatted(moment, events, Tables.untold(kind), Tables.counted(kind));
        }

        /** Those that may have to leave are joined by those that were to leave before and have not yet. */
        private String leave(RecordKind leaving, String candidates, String which) {
            String pending = staging.hasTable("leaving", leaving.name())
                    ? "UNION ALL SELECT id FROM leaving." + Sql.name(leaving.name())
                    : "";
            return """
                    CREATE OR REPLACE TABLE leaving.%s AS
                    SELECT row_number() OVER (ORDER BY customer, id) AS _n, id FROM %s
                    WHERE id IN (SELECT id FROM %s %s) AND id %s
                    """.formatted(Sql.name(leaving.name()), Tables.merged(leaving), candidates, pending, which);
        }

        private void recount() {
            String id = "customer || '|' || strftime(\"month\", '%Y-%m')";
            staging.run("""
                    DELETE FROM %1$s old USING recounted r WHERE old.customer = r.customer AND old."month" = r."month";
                    INSERT INTO %1$s BY NAME SELECT *, %2$s AS id, %3$s AS _hash FROM (%4$s);
                    INSERT INTO %5$s SELECT %2$s FROM recounted
                    """.formatted(counts, id, Tables.hash(history.months().fields()), sums(),
                    Tables.untold(history.months())));
        }

        private String sums() {
            String counters = History.counters(kind.fields()).stream()
                    .map(counter -> ", CAST(nullif(count(*) FILTER (s.%s = %s), 0) AS INTEGER) AS %s".formatted(
                            Sql.name(counter.field()), Sql.text(counter.code()), Sql.name(counter.name())))
                    .collect(joining());
            return """
                    SELECT c.customer, c."month", CAST(count(*) AS INTEGER) AS "events", max(%s) AS "lastAt"%s
                    FROM %s c JOIN recounted r ON r.customer = c.customer AND r."month" = c."month"
                    JOIN %s s ON s.id = c.id GROUP BY c.customer, c."month"
                    """.formatted(moment, counters, Tables.counted(kind), events);
        }

        private String tell() {
            return """
                    DELETE FROM %1$s;
                    INSERT INTO %1$s BY NAME SELECT %2$s AS id, "begin", %3$s AS _hash FROM line;
                    INSERT INTO %4$s VALUES (%2$s)
                    """.formatted(Tables.staged(history.window()), Sql.text(kind.name()),
                    Tables.hash(history.window().fields()), Tables.untold(history.window()));
        }
    }
}
