package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.source.Column;

/** The SQL that reads days and instants in the formats of a column. */
class Dates {

    private static final String ERA_YEAR = "%EY";
    private static final String EXCEL = "excel";
    private static final List<String> DAYS_OF_DATABASES = List.of("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S.%f",
            "%Y-%m-%dT%H:%M:%S.%fZ");
    private static final List<String> TIMES_OF_DATABASES = List.of("%Y-%m-%dT%H:%M:%S.%fZ", "%Y-%m-%dT%H:%M:%S.%f",
            "%Y-%m-%d");

    private final String zone;
    private final boolean ofDatabase;

    /**
     * Dates.
     *
     * @param zone       zone of instants that carry none
     * @param ofDatabase whether values also come in the form that is given to those of databases
     */
    Dates(String zone, boolean ofDatabase) {
        this.zone = zone;
        this.ofDatabase = ofDatabase;
    }

    /** An expression for the day that a text is. */
    String day(String given, Column column) {
        List<String> plain = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (String format : formats(column, DAYS_OF_DATABASES)) {
            if (isSpecial(format)) {
                parts.add("CAST(%s AS DATE)".formatted(special(given, format)));
            } else {
                plain.add(format);
            }
        }
        if (!plain.isEmpty()) {
            parts.addFirst("CAST(try_strptime(%s, [%s]) AS DATE)".formatted(given, Sql.texts(plain)));
        }
        return coalesced(parts);
    }

    /** An expression for the instant that a text is, in UTC without a zone. */
    String instant(String given, Column column) {
        return coalesced(formats(column, TIMES_OF_DATABASES).stream().map(format -> instant(given, format)).toList());
    }

    private String instant(String given, String format) {
        if (format.startsWith("epoch")) {
            return special(given, format);
        }
        if (format.contains("%z")) {
            return "timezone('UTC', try_strptime(%s, %s))".formatted(given, Sql.text(format));
        }
        String local = isSpecial(format)
                ? special(given, format)
                : "try_strptime(%s, %s)".formatted(given, Sql.text(format));
        return format.endsWith("Z")
                ? local
                : "timezone('UTC', timezone(%s, %s))".formatted(Sql.text(zone), local);
    }

    private List<String> formats(Column column, List<String> ofDatabases) {
        List<String> declared = column.notation().dateFormats();
        return ofDatabase ? Stream.concat(declared.stream(), ofDatabases.stream()).toList() : declared;
    }

    private static String coalesced(List<String> parts) {
        return parts.size() == 1 ? parts.getFirst() : parts.stream().collect(joining(", ", "coalesce(", ")"));
    }

    private static boolean isSpecial(String format) {
        return format.equals(EXCEL) || format.startsWith("epoch") || format.contains(ERA_YEAR);
    }

    /** Forms that strptime does not know. */
    private static String special(String given, String format) {
        return switch (format) {
            case EXCEL -> """
                    CASE WHEN regexp_full_match(%1$s, '[0-9]{1,7}([.][0-9]+)?')
                         THEN TIMESTAMP '1899-12-30' + to_seconds(round(CAST(%1$s AS DOUBLE) * 86400)) END"""
                    .formatted(given);
            case "epoch" -> epoch(given, "make_timestamp(CAST(%s AS BIGINT) * 1000000)", 11);
            case "epoch_ms" -> epoch(given, "make_timestamp(CAST(%s AS BIGINT) * 1000)", 14);
            default -> ofRepublic(given, format);
        };
    }

    private static String epoch(String given, String timestamp, int digits) {
        return "CASE WHEN regexp_full_match(%s, '-?[0-9]{1,%d}') THEN %s END".formatted(given, digits,
                timestamp.formatted(given));
    }

    /** Years of the Republic of China: 115 is 2026. */
    private static String ofRepublic(String given, String format) {
        int at = format.indexOf(ERA_YEAR);
        String after = format.substring(at + ERA_YEAR.length());
        String before = format.substring(0, at);
        String rest = after.startsWith("%") ? "([0-9]{4}.*)" : "([^0-9].*|)";
        String parts = Sql.text("(%s)([0-9]{2,3})%s".formatted(escaped(before), rest));
        String year = "CAST(1911 + CAST(regexp_extract(%s, %s, 2) AS INTEGER) AS VARCHAR)".formatted(given, parts);
        return """
                CASE WHEN regexp_full_match(%1$s, %2$s) THEN try_strptime(
                    regexp_extract(%1$s, %2$s, 1) || %3$s || regexp_extract(%1$s, %2$s, 3), %4$s) END"""
                .formatted(given, parts, year, Sql.text(format.replace(ERA_YEAR, "%Y")));
    }

    private static String escaped(String literal) {
        return literal.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }
}
