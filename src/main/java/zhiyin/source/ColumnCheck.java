package zhiyin.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BiConsumer;

/** Finds rules of a column that its type or their own syntax does not allow. */
class ColumnCheck {

    private final Column column;
    private final BiConsumer<String, String> mistakes;

    /**
     * A check.
     *
     * @param column   what to look at
     * @param mistakes takes the key at fault and the rule that it breaks
     */
    ColumnCheck(Column column, BiConsumer<String, String> mistakes) {
        this.column = column;
        this.mistakes = mistakes;
    }

    void run() {
        boolean dated = column.type() == ColumnType.DATE || column.type() == ColumnType.DATE_TIME;
        boolean counted = column.type() == ColumnType.INTEGER || column.type() == ColumnType.DECIMAL;
        if (column.type() == null) {
            mistakes.accept("type", "a type is needed");
        }
        if (dated && (column.formats() == null || column.formats().isEmpty())) {
            mistakes.accept("formats", "a date needs at least one format such as %Y-%m-%d");
        }
        if (column.pattern() != null && column.type() != ColumnType.TEXT) {
            mistakes.accept("pattern", "only a column of type text has a pattern");
        }
        if (column.min() != null && !counted) {
            mistakes.accept("min", "only a column of type integer or decimal has a smallest value");
        }
        if (column.max() != null && !counted) {
            mistakes.accept("max", "only a column of type integer or decimal has a largest value");
        }
        if (column.pattern() != null) {
            checkPattern(column.pattern());
        }
    }

    /** DuckDB's expressions are not Java's: it has no look-ahead, for one. So the one that will use the pattern is asked. */
    private void checkPattern(String pattern) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement match = duckdb.prepareStatement("SELECT regexp_full_match('', ?)")) {
            match.setString(1, pattern);
            match.executeQuery().close();
        } catch (SQLException invalid) {
            mistakes.accept("pattern", "'%s' is no regular expression that DuckDB reads: %s".formatted(pattern,
                    invalid.getMessage()));
        }
    }
}
