package zhiyin.source;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Finds rules of a column that its type or their own syntax does not allow. */
class ColumnCheck {

    /** What DuckDB said of a text: the same format stands in many columns. */
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private final Column column;
    private final Feed feed;
    private final BiConsumer<String, String> mistakes;

    /**
     * A check.
     *
     * @param column   what to look at
     * @param feed     feed that it belongs to
     * @param mistakes takes the key at fault and the rule that it breaks
     */
    ColumnCheck(Column column, Feed feed, BiConsumer<String, String> mistakes) {
        this.column = column;
        this.feed = feed;
        this.mistakes = mistakes;
    }

    void run() {
        if (column.type() == null) {
            mistakes.accept("type", "a type is needed");
            return;
        }
        List<String> formats = column.notation().dateFormats();
        require(!column.isDated() || !formats.isEmpty() || feed.hasDatesOfItsOwn(), "formats",
                "a date needs at least one format such as %Y-%m-%d");
        require(column.isDated() || formats.isEmpty(), "formats", "only dates and instants have formats");
        require(column.pattern() == null || column.type() == ColumnType.TEXT, "pattern",
                "only a column of type text has a pattern");
        checkBound("min", column.bounds().min(), "smallest");
        checkBound("max", column.bounds().max(), "largest");
        checkNotation(column.notation());
        checkSyntax("pattern", column.pattern(), "SELECT regexp_full_match('', ?)",
                "'%s' is no regular expression that DuckDB reads: %s");
        formats.stream().filter(format -> !format.matches("excel|epoch|epoch_ms")).forEach(format -> checkSyntax(
                "formats", format.replace("%EY", "%Y"), "SELECT try_strptime('', ?)", "'%s' is no format: %s"));
    }

    private void checkBound(String key, @Nullable String bound, String word) {
        if (bound == null) {
            return;
        }
        require(column.isDated() || column.isCounted(), key,
                "only a column of type integer, decimal, money, date or datetime has a %s value".formatted(word));
        require(!column.isDated() || isDate(bound), key, "'%s' is no date such as 2026-12-31".formatted(bound));
        require(!column.isCounted() || isNumber(bound), key, "'%s' is no number".formatted(bound));
    }

    private static boolean isDate(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).scale() < Integer.MAX_VALUE;
        } catch (NumberFormatException none) {
            return false;
        }
    }

    private void checkNotation(Column.Notation notation) {
        boolean fraction = column.type() == ColumnType.DECIMAL || column.type() == ColumnType.MONEY;
        require(notation.point() == null || fraction, "point", "only a column of type decimal or money has a point");
        require(notation.group() == null || column.isCounted(), "group", "only numbers have groups of digits");
        require(notation.point() == null || !notation.point().equals(notation.group()), "group",
                "the groups' character and the point must differ");
        require(notation.currency() == null || column.type() == ColumnType.MONEY, "currency",
                "only a column of type money has a currency");
        require(notation.currency() == null || notation.currency().matches("[A-Z]{3}")
                || feed.columns().containsKey(notation.currency()), "currency",
                "'%s' is neither a column nor a currency such as TWD".formatted(notation.currency()));
        if (notation.unit() != null) {
            checkUnit(notation.unit());
        }
    }

    private void checkUnit(Column.Conversion conversion) {
        Optional<Unit> from = conversion.from() == null ? Optional.empty() : Unit.of(conversion.from());
        Optional<Unit> to = conversion.to() == null ? Optional.empty() : Unit.of(conversion.to());
        require(column.isCounted(), "unit", "only numbers have a unit");
        require(from.isPresent() && to.isPresent(), "unit",
                "'from' and 'to' are needed, each one of " + Unit.symbols());
        require(from.isEmpty() || to.isEmpty() || from.get().isOfOneKindWith(to.get()), "unit",
                "%s cannot become %s".formatted(conversion.from(), conversion.to()));
    }

    private void checkSyntax(String key, @Nullable String text, String question, String rule) {
        if (text == null) {
            return;
        }
        String answer = ANSWERS.computeIfAbsent(question + text, each -> answerTo(question, text));
        require(answer.isEmpty(), key, rule.formatted(text, answer));
    }

    /** DuckDB's expressions are not Java's: it has no look-ahead, for one. So the one that will use them is asked. */
    private static String answerTo(String question, String text) {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement statement = duckdb.prepareStatement(question)) {
            statement.setString(1, text);
            statement.executeQuery().close();
            return "";
        } catch (SQLException invalid) {
            return String.valueOf(invalid.getMessage());
        }
    }

    private void require(boolean holds, String key, String rule) {
        if (!holds) {
            mistakes.accept(key, rule);
        }
    }
}
