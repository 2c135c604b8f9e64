package zhiyin.source;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column of a feed's files.
 *
 * @param type     what its values are
 * @param required whether a row without a value is refused
 * @param unique   whether a second row with the same value is refused
 * @param formats  formats of dates and instants, tried in order: {@code %Y-%m-%d}, as strptime has them
 * @param pattern  regular expression that a whole value must match; null for any
 * @param min      smallest number allowed; null for any
 * @param max      largest number allowed; null for any
 * @param region   for phones: the column that holds the row's ISO 3166 region; null for the source's region
 * @param personal whether its values tell of a person and so are masked in messages
 * @param severity what follows when a value breaks one of these rules; the row is refused when not given
 * @param tolerance how many rows of a file may break them; beyond it the file is refused whole; null for any number
 */
public record Column(ColumnType type, boolean required, boolean unique, @Nullable List<String> formats,
        @Nullable String pattern, @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable String region,
        boolean personal, @Nullable Severity severity, @Nullable Tolerance tolerance) {

    /** What follows when a value breaks a rule. */
    public Severity effectiveSeverity() {
        return severity == null ? Severity.REJECT : severity;
    }

    /** Whether its values must be masked in messages. */
    public boolean isMasked() {
        return personal || type.isNormalised();
    }
}
