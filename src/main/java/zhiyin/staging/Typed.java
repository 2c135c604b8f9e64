package zhiyin.staging;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.source.ClosedMark;
import zhiyin.source.Column;
import zhiyin.source.ColumnType;
import zhiyin.source.DeclaredCheck;
import zhiyin.source.Feed;
import zhiyin.source.Severity;
import zhiyin.source.Source;

/** The SQL that gives the texts of {@code raw} their types and finds the values that break a column's rules. */
class Typed {

    private static final String BEFORE_ALL = "-9223372036854775807";
    private static final String FIRST_DAY = "1900-01-01";
    private static final String LAST_DAY = "2100-12-31";

    private final Feed feed;
    private final Dates dates;
    private final Amounts amounts;

    Typed(Source source, Feed feed) {
        this.feed = feed;
        this.dates = new Dates(source.zone().getId(), feed.hasDatesOfItsOwn());
        this.amounts = new Amounts(feed);
    }

    /** Makes the table {@code typed} of the table {@code raw}. */
    String table() {
        List<String> values = new ArrayList<>();
        feed.columns().forEach((name, column) -> {
            String given = "given(%s)".formatted(Sql.name(name));
            values.add(value(given, column) + " AS " + Sql.name(name));
            if (column.type() == ColumnType.MONEY) {
                values.add(amounts.currency(given, column) + " AS " + Sql.name(name + Column.CURRENCY));
            }
        });
        return "CREATE OR REPLACE TEMP TABLE typed AS SELECT *, %s AS _version, %s AS _closed FROM (SELECT _line, %s FROM raw)"
                .formatted(version(), closed(), String.join(", ", values));
    }

    /** A number that is greater in the later of two rows of a record; null where the feed does not tell. */
    private String version() {
        if (feed.watermark() == null) {
            return "CAST(NULL AS BIGINT)";
        }
        String watermark = Sql.name(feed.watermark());
        return feed.column(feed.watermark()).isDated()
                ? "coalesce(epoch_us(CAST(%s AS TIMESTAMP)), %s)".formatted(watermark, BEFORE_ALL)
                : "coalesce(CAST(%s AS BIGINT), %s)".formatted(watermark, BEFORE_ALL);
    }

    private String closed() {
        ClosedMark mark = feed.terms().closed();
        return mark == null
                ? "false"
                : "coalesce(CAST(%s AS VARCHAR) IN (%s), false)".formatted(Sql.name(mark.column()),
                        Sql.texts(mark.values()));
    }

    private String value(String given, Column column) {
        return switch (column.type()) {
            case TEXT -> given;
            case INTEGER, DECIMAL, MONEY -> amounts.number(given, column);
            case DATE -> dates.day(given, column);
            case DATE_TIME -> dates.instant(given, column);
            case BOOLEAN -> """
                    CASE WHEN lower(%1$s) IN ('true', 't', 'yes', 'y', '1') THEN true
                         WHEN lower(%1$s) IN ('false', 'f', 'no', 'n', '0') THEN false END""".formatted(given);
            case PHONE, EMAIL, IDENTIFIER -> "CASE WHEN NOT starts_with(%1$s, chr(1)) THEN %1$s END".formatted(given);
        };
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
        feed.terms().declaredChecks().stream().filter(check -> check.sql() != null)
                .forEach(check -> checks.add(holds(check)));
        return checks;
    }

    private static String holds(DeclaredCheck check) {
        return fault(check.check(), RejectReason.CHECK, check.effectiveSeverity(),
                "typed._line IN (SELECT _line FROM typed WHERE NOT coalesce(%s, false))".formatted(
                        Sql.tried("coalesce(CAST((%s) AS BOOLEAN), true)".formatted(check.sql()), "BOOLEAN")),
                Sql.text("it does not hold that " + check.sql()));
    }

    private void checksOf(String name, Column column, List<String> checks) {
        String typed = "typed." + Sql.name(name);
        Severity severity = column.strictness().effectiveSeverity();
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
        checksOfBounds(name, column, checks);
        if (column.unique()) {
            checks.add(duplicates(List.of(name)));
        }
    }

    /** Years such as 0 and 9999 are slips or mean that there is no date; who means them declares so. */
    private void checksOfBounds(String name, Column column, List<String> checks) {
        String min = column.bounds().min() == null && column.isDated() ? FIRST_DAY : column.bounds().min();
        String max = column.bounds().max() == null && column.isDated() ? LAST_DAY : column.bounds().max();
        if (min != null) {
            checks.add(range(name, column, "typed.%s < %s".formatted(Sql.name(name), bound(min, column)),
                    (column.isDated() ? "is before " : "is less than ") + min));
        }
        if (max != null) {
            String value = "typed." + Sql.name(name);
            checks.add(range(name, column,
                    "%s > %s".formatted(column.isDated() ? "CAST(%s AS DATE)".formatted(value) : value,
                            bound(max, column)),
                    (column.isDated() ? "is after " : "is more than ") + max));
        }
    }

    private static String bound(String bound, Column column) {
        return column.isDated() ? "DATE " + Sql.text(bound) : new BigDecimal(bound).toPlainString();
    }

    private static String range(String name, Column column, String condition, String words) {
        return fault(name, RejectReason.RANGE, column.strictness().effectiveSeverity(), condition,
                shown(name, column, words));
    }

    private String typeMessage(String name, Column column) {
        if (column.type() == ColumnType.PHONE) {
            return "'the value is no phone number'";
        }
        if (column.type() == ColumnType.EMAIL) {
            return "'the value is no e-mail address'";
        }
        List<String> formats = column.notation().dateFormats();
        String expected = formats.isEmpty()
                ? "is no " + (column.type() == ColumnType.MONEY ? "amount of money" : column.type().word())
                : "is no %s in the format %s".formatted(column.type() == ColumnType.DATE ? "date" : "date and time",
                        String.join(" or ", formats));
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

    /** Of rows with the same key the first is taken, corrected ones counted last. Most stand in one row, and are not sorted. */
    private static String duplicates(List<String> columns) {
        String key = Sql.names(columns);
        String isGood = "NOT _closed AND _line NOT IN (SELECT line FROM fault) AND "
                + columns.stream().map(column -> Sql.name(column) + " IS NOT NULL").collect(joining(" AND "));
        return """
                INSERT INTO fault SELECT _line, %1$s, 'DUPLICATE', 'line ' || earlier || ' has the same value' FROM (
                    SELECT _line, first_value(_line) OVER (PARTITION BY %2$s ORDER BY is_corrected, _line) AS earlier
                    FROM (SELECT *, _line IN (SELECT line FROM corrected) AS is_corrected FROM typed
                        SEMI JOIN (SELECT %2$s FROM typed WHERE %3$s GROUP BY ALL HAVING count(*) > 1) USING (%2$s) WHERE %3$s))
                WHERE _line <> earlier
                """.formatted(Sql.text(String.join("+", columns)), key, isGood);
    }
}
