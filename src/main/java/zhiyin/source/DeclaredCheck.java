package zhiyin.source;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * A rule that goes beyond a single column. Exactly one of sql, references, rows and freshness says what it looks at.
 *
 * @param check      its name; rejects show it where others show a column
 * @param severity   what follows when it is broken; {@code reject} for rows, {@code warn} for deliveries when not given
 * @param tolerance  how many rows may break it; beyond it the delivery is refused
 * @param sql        condition over the columns of a row that must hold, in DuckDB's SQL; one that is unknown holds
 * @param references a key that another feed must have
 * @param rows       how many rows the feed must deliver
 * @param freshness  how old what the feed delivers may be
 */
public record DeclaredCheck(String check, @Nullable Severity severity, @Nullable String tolerance, @Nullable String sql,
        @Nullable References references, @Nullable RowCount rows, @Nullable Freshness freshness) {

    /**
     * A column that holds the key of a record of another feed.
     *
     * @param column column of this feed
     * @param feed   the other, as {@code source.feed}
     */
    public record References(String column, String feed) {}

    /**
     * How many rows the files of one load must have together.
     *
     * @param min   fewest; null for any
     * @param max   most; null for any
     * @param swing how much they may differ from the load before: {@code 30%}; null for any
     */
    public record RowCount(@Nullable Long min, @Nullable Long max, @Nullable String swing) {}

    /**
     * How old the newest value may be when a load looks at it.
     *
     * @param column column of dates or instants; null for the time of the newest file
     * @param within the most: {@code 26h}
     */
    public record Freshness(@Nullable String column, String within) {

        /** The most as a duration. */
        public Duration allowed() {
            return DurationStyle.detectAndParse(within);
        }
    }

    /** How many rows may break it; null for any number. */
    public @Nullable Tolerance tolerated() {
        if (tolerance != null) {
            return Tolerance.of(tolerance);
        }
        return effectiveSeverity() == Severity.FAIL ? Tolerance.NONE : null;
    }

    /** Whether it looks at rows one by one. */
    public boolean isOfRows() {
        return sql != null || references != null;
    }

    /** What follows when it is broken. */
    public Severity effectiveSeverity() {
        if (severity != null) {
            return severity;
        }
        return isOfRows() ? Severity.REJECT : Severity.WARN;
    }
}
