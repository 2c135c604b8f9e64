package zhiyin.source;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many rows may break a rule: a share such as {@code 2%}, or a number such as {@code 100}.
 *
 * @param limit   per cent, or rows
 * @param isShare whether the limit is in per cent
 */
public record Tolerance(BigDecimal limit, boolean isShare) {

    /** Not a single row. */
    public static final Tolerance NONE = new Tolerance(BigDecimal.ZERO, false);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:[.][0-9]{1,3})?)\\s*(%?)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A tolerance as declarations write it. */
    public static Tolerance of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no tolerance; a share such as 2%% or a number of rows such as 100 is needed"
                            .formatted(text));
        }
        return new Tolerance(new BigDecimal(form.group(1)), !form.group(2).isEmpty());
    }

    /** Whether a text is a tolerance. */
    static boolean isOne(String text) {
        return FORM.matcher(text.strip()).matches();
    }

    /** Whether so many of some rows are too many. */
    public boolean isExceededBy(long broken, long rows) {
        BigDecimal most = isShare ? limit.multiply(BigDecimal.valueOf(rows)).divide(HUNDRED) : limit;
        return BigDecimal.valueOf(broken).compareTo(most) > 0;
    }

    @Override
    public String toString() {
        return limit.toPlainString() + (isShare ? "%" : "");
    }
}
