package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.source.ClosedMark;
import zhiyin.source.Column;
import zhiyin.source.ColumnType;
import zhiyin.source.Feed;
import zhiyin.source.FeedCheck;
import zhiyin.source.Severity;
import zhiyin.source.Source;

/** The SQL that gives the texts of {@code raw} their types and finds the values that break a column's rules. */
class Typed {

    private static final String NORMALISED_INVALID = "chr(1)";
    private static final String BEFORE_ALL = "-9223372036854775807";
    private static final String INTEGER = "[+-]?[0-9]+";
    private static final String DECIMAL = "[+-]?0*[0-9]{1,14}([.][0-9]{1,4}0*)?";

    private final Source source;
    private final Feed feed;

    Typed(Source source, Feed feed) {
        this.source = source;
        this.feed = feed;
    }

    /** Makes the table {@code typed} of the table {@code raw}. */
    String table() {
        return "CREATE OR REPLACE TEMP TABLE typed AS SELECT *, %s AS _version, %s AS _closed FROM (SELECT _line, %s FROM raw)"
                .formatted(version(), closed(), feed.columns().entrySet().stream()
                        .map(column -> value(column.getKey(), column.getValue()) + " AS " + Sql.name(column.getKey()))
                        .collect(joining(", ")));
    }

    /** A number that is greater in the later of two rows of a record; null where the feed does not tell. */
    private String version() {
        if (feed.watermark() == null) {
            return "CAST(NULL AS BIGINT)";
        }
        String watermark = Sql.name(feed.watermark());
        return feed.column(feed.watermark()).type() == ColumnType.INTEGER
                ? "coalesce(CAST(%s AS BIGINT), %s)".formatted(watermark, BEFORE_ALL)
                : "coalesce(epoch_us(CAST(%s AS TIMESTAMP)), %s)".formatted(watermark, BEFORE_ALL);
    }

    private String closed() {
        ClosedMark mark = feed.closed();
        return mark == null
                ? "false"
                : "coalesce(CAST(%s AS VARCHAR) IN (%s), false)".formatted(Sql.name(mark.column()),
                        Sql.texts(mark.values()));
    }

    private String value(String name, Column column) {
        String given = "given(%s)".formatted(Sql.name(name));
        return switch (column.type()) {
            case TEXT -> given;
            case INTEGER -> number(given, INTEGER, "INTEGER");
            case DECIMAL -> number(given, DECIMAL, "DECIMAL(18,4)");
            case DATE -> "CAST(try_strptime(%s, [%s]) AS DATE)".formatted(given, formats(column));
            case DATE_TIME -> instant(given, column);
            case BOOLEAN -> """
                    CASE WHEN lower(%1$s) IN ('true', 't', 'yes', 'y', '1') THEN true
                         WHEN lower(%1$s) IN ('false', 'f', 'no', 'n', '0') THEN false END""".formatted(given);
            case PHONE, EMAIL, IDENTIFIER -> "nullif(%s, %s)".formatted(given, NORMALISED_INVALID);
        };
    }

    /** A cast alone rounds and reads more than people mean by a number: 0x1F, 1_000, 1e3. */
    private static String number(String given, String pattern, String type) {
        return "CASE WHEN regexp_full_match(%1$s, %2$s) THEN try_cast(ltrim(%1$s, '+') AS %3$s) END".formatted(given,
                Sql.text(pattern), type);
    }

    /** Instants are kept as UTC without a zone. */
    private String instant(String given, Column column) {
        String local = "try_strptime(%s, [%s])".formatted(given, formats(column));
        boolean inUtc = formats(column).endsWith("Z'");
        return inUtc
                ? local
                : "timezone('UTC', timezone(%s, %s))".formatted(Sql.text(source.zone().getId()), local);
    }

    private static String formats(Column column) {
        return Sql.texts(column.formats() == null ? List.of() : column.formats());
    }

    /** Statements that note in {@code fault}, or in {@code caution} where it is only told, each value that breaks a rule. */
    List<String> checks() {
        List<String> checks = new ArrayList<>();
        for (Map.Entry<String, Column> each : feed.columns().entrySet()) {
            checksOf(each.getKey(), each.getValue(), checks);
        }
        if (feed.unique() != null) {
            checks.add(duplicates(feed.unique()));
        }
        feed.feedChecks().stream().filter(check -> check.sql() != null).forEach(check -> checks.add(holds(check)));
        return checks;
    }

    private static String holds(FeedCheck check) {
        return fault(check.check(), RejectReason.CHECK, check.effectiveSeverity(),
                "typed._line IN (SELECT _line FROM typed WHERE NOT (%s))".formatted(check.sql()),
                Sql.text("it does not hold that " + check.sql()));
    }

    private void checksOf(String name, Column column, List<String> checks) {
        String typed = "typed." + Sql.name(name);
        Severity severity = column.effectiveSeverity();
        if (column.required()) {
            checks.add(fault(name, RejectReason.REQUIRED, severity, "given(raw.%s) IS NULL".formatted(Sql.name(name)),
                    "'there must be a value'"));
        }
        if (column.type() != ColumnType.TEXT && (column.required() || !column.type().isNormalised())) {
            checks.add(fault(name, RejectReason.TYPE, severity,
                    "given(raw.%s) IS NOT NULL AND %s IS NULL".formatted(Sql.name(name), typed),
                    typeMessage(name, column)));
        }
        if (column.pattern() != null) {
            checks.add(fault(name, RejectReason.PATTERN, severity,
                    "NOT regexp_full_match(%s, %s)".formatted(typed, Sql.text(column.pattern())),
                    shown(name, column, "does not fit " + column.pattern())));
        }
        if (column.min() != null) {
            checks.add(range(name, column, "<", column.min(), "is less than "));
        }
        if (column.max() != null) {
            checks.add(range(name, column, ">", column.max(), "is more than "));
        }
        if (column.unique()) {
            checks.add(duplicates(List.of(name)));
        }
    }

    private String range(String name, Column column, String comparison, Object bound, String words) {
        return fault(name, RejectReason.RANGE, column.effectiveSeverity(),
                "typed.%s %s %s".formatted(Sql.name(name), comparison, bound),
                shown(name, column, words + bound));
    }

    private String typeMessage(String name, Column column) {
        if (column.type() == ColumnType.PHONE) {
            return "'the value is no phone number'";
        }
        if (column.type() == ColumnType.EMAIL) {
            return "'the value is no e-mail address'";
        }
        String expected = column.formats() == null
                ? "is no " + column.type().name().toLowerCase(java.util.Locale.ROOT)
                : "is no %s in the format %s".formatted(column.type() == ColumnType.DATE ? "date" : "date and time",
                        String.join(" or ", column.formats()));
        return shown(name, column, expected);
    }

    /** What was found and what was expected; a person's value only in its shape. */
    static String shown(String name, Column column, String expected) {
        String value = "raw." + Sql.name(name);
        return "'''' || %s || %s".formatted(
                column.isMasked() ? "masked(%s)".formatted(value) : "left(%s, 60)".formatted(value),
                Sql.text("' " + expected));
    }

    /** Of a row that only says that its record is no more, nothing but the key is looked at. */
    static String fault(@Nullable String field, RejectReason reason, Severity severity, String condition,
            String message) {
        return """
                INSERT INTO %s SELECT typed._line, %s, '%s', %s
                FROM typed JOIN raw ON raw._line = typed._line WHERE NOT typed._closed AND %s
                """.formatted(severity == Severity.WARN ? "caution" : "fault",
                field == null ? "NULL" : Sql.text(field), reason, message, condition);
    }

    /** The first row with a key is taken, those after it are refused. Most keys stand in one row, and those are not sorted. */
    private static String duplicates(List<String> columns) {
        String key = Sql.names(columns);
        String isGood = "NOT _closed AND _line NOT IN (SELECT line FROM fault) AND "
                + columns.stream().map(column -> Sql.name(column) + " IS NOT NULL").collect(joining(" AND "));
        return """
                INSERT INTO fault SELECT _line, %1$s, 'DUPLICATE', 'line ' || earlier || ' has the same value' FROM (
                    SELECT _line, min(_line) OVER (PARTITION BY %2$s) AS earlier FROM typed
                    SEMI JOIN (SELECT %2$s FROM typed WHERE %3$s GROUP BY ALL HAVING count(*) > 1) USING (%2$s)
                    WHERE %3$s)
                WHERE _line > earlier
                """.formatted(Sql.text(String.join("+", columns)), key, isGood);
    }
}
