package zhiyin.staging;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A column of a database's answer.
 *
 * @param name  its name as it is declared; as the database has it when it is not
 * @param label its name as the database has it
 * @param shape what its values are
 */
record TableColumn(String name, String label, Shape shape) {

    private static final int ORACLE_WITH_ZONE = -101;
    private static final int ORACLE_WITH_LOCAL_ZONE = -102;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS");

    /** What the values of a column are, as far as it matters. */
    enum Shape {
        DAY, LOCAL_TIME, INSTANT, EXACT_NUMBER, FLOATING_NUMBER, OTHER
    }

    static TableColumn of(ResultSetMetaData described, int column, Collection<String> declared) throws SQLException {
        String label = described.getColumnLabel(column);
        String name = declared.stream().filter(label::equals).findFirst()
                .orElse(declared.stream().filter(label::equalsIgnoreCase).findFirst().orElse(label));
        return new TableColumn(name, label,
                shape(described.getColumnType(column), described.getColumnTypeName(column)));
    }

    /** Drivers do not agree on how they call an instant, so the database's own word for it is heard, too. */
    private static Shape shape(int type, String typeName) {
        String word = typeName.toLowerCase(Locale.ROOT);
        return switch (type) {
            case Types.DATE -> Shape.DAY;
            case Types.TIMESTAMP_WITH_TIMEZONE, ORACLE_WITH_ZONE, ORACLE_WITH_LOCAL_ZONE -> Shape.INSTANT;
            case Types.TIMESTAMP -> word.equals("timestamptz") || word.contains("with time zone")
                    ? Shape.INSTANT
                    : Shape.LOCAL_TIME;
            case Types.NUMERIC, Types.DECIMAL -> Shape.EXACT_NUMBER;
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> Shape.FLOATING_NUMBER;
            default -> word.equals("datetimeoffset") ? Shape.INSTANT : Shape.OTHER;
        };
    }

    String quoted(String quote) {
        return quote + label.replace(quote, quote + quote) + quote;
    }

    /** The value in the form that staging reads: {@code 2026-11-01}, {@code 2026-11-01T08:00:00.000000Z}. */
    @Nullable
    String text(ResultSet row, int column) throws SQLException {
        return switch (shape) {
            case DAY -> text(row.getObject(column, LocalDate.class));
            case LOCAL_TIME -> text(row.getObject(column, LocalDateTime.class));
            case INSTANT -> text(row.getObject(column, OffsetDateTime.class));
            case EXACT_NUMBER -> plain(row.getBigDecimal(column));
            case FLOATING_NUMBER -> plain(row.getString(column));
            case OTHER -> row.getString(column);
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : LOCAL.format(time);
    }

    private static @Nullable String text(@Nullable OffsetDateTime instant) {
        return instant == null ? null : LOCAL.format(instant.withOffsetSameInstant(ZoneOffset.UTC)) + "Z";
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }

    private static @Nullable String plain(@Nullable String number) {
        try {
            return number == null ? null : plain(new BigDecimal(number));
        } catch (NumberFormatException notFinite) {
            return number;
        }
    }

    /**
     * What the column is compared with to find rows that are new.
     *
     * @param newest  newest value seen, as {@link #text} has it
     * @param overlap how far before it to begin
     */
    Object before(String newest, Duration overlap) throws SQLException {
        if (shape == Shape.OTHER && !newest.matches("-?[0-9]{1,18}")) {
            throw new SQLException(
                    "the watermark %s is neither a date nor a time nor a whole number there".formatted(label));
        }
        return switch (shape) {
            case DAY -> LocalDate.parse(newest).minusDays((overlap.toSeconds() + 86_399) / 86_400);
            case LOCAL_TIME -> LocalDateTime.parse(newest).minus(overlap);
            case INSTANT -> Instant.parse(newest).minus(overlap).atOffset(ZoneOffset.UTC);
            case EXACT_NUMBER, FLOATING_NUMBER -> new BigDecimal(newest);
            case OTHER -> Long.valueOf(newest);
        };
    }
}
