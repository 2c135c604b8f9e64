package zhiyin.source;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A column of a feed. In YAML the keys of its parts stand beside each other.
 *
 * @param type     what its values are
 * @param required whether a row without a value is refused
 * @param unique   whether a second row with the same value is refused
 * @param personal whether its values tell of a person and so are masked in messages
 * @param pattern  regular expression that a whole value must match; null for any
 * @param region   for phones: the column that holds the row's ISO 3166 region; null for the source's region
 * @param bounds   smallest and largest value allowed
 * @param notation how values are written
 * @param gaps     what stands for no value, and what no value stands for
 * @param strictness what follows when a value breaks one of these rules
 */
public record Column(ColumnType type, boolean required, boolean unique, boolean personal, @Nullable String pattern,
        @Nullable String region, @JsonUnwrapped Bounds bounds, @JsonUnwrapped Notation notation,
        @JsonUnwrapped Gaps gaps, @JsonUnwrapped Strictness strictness) {

    /** What the name of a money column's currency ends in. */
    public static final String CURRENCY = "_currency";

    /**
     * Smallest and largest value allowed.
     *
     * @param min smallest number, or the first date as {@code yyyy-MM-dd}; null for any
     * @param max largest number, or the last date as {@code yyyy-MM-dd}; null for any
     */
    public record Bounds(@Nullable String min, @Nullable String max) {}

    /**
     * How values are written.
     *
     * @param formats  formats of dates and instants, tried in order: {@code %Y-%m-%d}, as strptime has them
     * @param point    character between whole and fraction of a number; a point when not given
     * @param group    character between groups of three digits; when not given, none, and for money a comma
     * @param currency for money: the column that has the currency, or the currency itself, such as {@code TWD}
     * @param unit     unit that numbers come in and unit that is kept; null when they are kept as they are
     */
    public record Notation(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> formats,
            @Nullable Character point, @Nullable Character group, @Nullable String currency,
            @Nullable Conversion unit) {

        /** The formats of dates and instants. */
        public List<String> dateFormats() {
            return formats == null ? List.of() : formats;
        }
    }

    /**
     * From one unit to another.
     *
     * @param from unit that the values come in: {@code KB}
     * @param to   unit that is kept: {@code MB}
     */
    public record Conversion(String from, String to) {

        /** What a value is multiplied by. Both units were checked to be known and of one kind. */
        public BigDecimal factor() {
            return Unit.of(from).orElseThrow().in(Unit.of(to).orElseThrow());
        }
    }

    /**
     * What stands for no value, and what no value stands for.
     *
     * @param absent   values that mean that there is none: {@code N/A}
     * @param fallback value taken where there is none
     */
    public record Gaps(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> absent,
            @JsonProperty("default") @Nullable String fallback) {

        /** Whether values have to be looked at before they are taken. */
        public boolean areDeclared() {
            return absent != null || fallback != null;
        }

        /** The value to be taken; blank where there is none. */
        public String filled(String given) {
            boolean none = given.isBlank() || absent != null && absent.contains(given.strip());
            if (!none) {
                return given;
            }
            return fallback == null ? "" : fallback;
        }
    }

    /**
     * What follows when a value breaks a rule.
     *
     * @param severity  what follows; the row is refused when not given
     * @param tolerance how many rows may, such as {@code 2%}; beyond it the delivery is refused whole; null for any number
     */
    public record Strictness(@Nullable Severity severity, @Nullable String tolerance) {

        /** What follows. */
        public Severity effectiveSeverity() {
            return severity == null ? Severity.REJECT : severity;
        }

        /** How many rows may break a rule; null for any number. */
        public @Nullable Tolerance tolerated() {
            if (tolerance != null) {
                return Tolerance.of(tolerance);
            }
            return effectiveSeverity() == Severity.FAIL ? Tolerance.NONE : null;
        }
    }

    /** Whether its values must be masked in messages. */
    public boolean isMasked() {
        return personal || type.isNormalised();
    }

    /** Whether its values are days or instants. */
    public boolean isDated() {
        return type == ColumnType.DATE || type == ColumnType.DATE_TIME;
    }

    /** Whether its values are numbers. */
    public boolean isCounted() {
        return type == ColumnType.INTEGER || type == ColumnType.DECIMAL || type == ColumnType.MONEY;
    }
}
