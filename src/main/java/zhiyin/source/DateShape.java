package zhiyin.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A way to write days or instants.
 *
 * @param format    the format, as a column declares it
 * @param isInstant whether it has a time
 * @param pattern   what such values look like
 */
record DateShape(String format, boolean isInstant, Pattern pattern) {

    private static final int SLIPS = 20;

    private static final String YEAR = "(19|20)[0-9]{2}";
    private static final String MONTH = "(0[1-9]|1[0-2])";
    private static final String DAY = "(0[1-9]|[12][0-9]|3[01])";
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

    /** Days before instants, and what is usual before what is not: of two that fit all values the first is taken. */
    private static final List<DateShape> KNOWN = List.of(day("%Y-%m-%d", YEAR + "-" + MONTH + "-" + DAY),
            day("%Y/%m/%d", YEAR + "/" + MONTH + "/" + DAY), day("%d/%m/%Y", DAY + "/" + MONTH + "/" + YEAR),
            day("%m/%d/%Y", MONTH + "/" + DAY + "/" + YEAR), day("%d.%m.%Y", DAY + "[.]" + MONTH + "[.]" + YEAR),
            day("%d-%m-%Y", DAY + "-" + MONTH + "-" + YEAR), day("%Y%m%d", YEAR + MONTH + DAY),
            day("%EY/%m/%d", "[0-9]{2,3}/" + MONTH + "/" + DAY), day("%Y-%m", YEAR + "-" + MONTH),
            instant("%Y-%m-%dT%H:%M:%SZ", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME + "Z"),
            instant("%Y-%m-%dT%H:%M:%S.%fZ", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME + "[.][0-9]{1,6}Z"),
            instant("%Y-%m-%dT%H:%M:%S%z", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME + "[+-][0-9]{2}:?[0-9]{2}"),
            instant("%Y-%m-%dT%H:%M:%S", YEAR + "-" + MONTH + "-" + DAY + "T" + TIME),
            instant("%Y-%m-%d %H:%M:%S", YEAR + "-" + MONTH + "-" + DAY + " " + TIME),
            instant("%Y-%m-%d %H:%M:%S.%f", YEAR + "-" + MONTH + "-" + DAY + " " + TIME + "[.][0-9]{1,6}"),
            instant("%Y/%m/%d %H:%M:%S", YEAR + "/" + MONTH + "/" + DAY + " " + TIME));

    private static DateShape day(String format, String pattern) {
        return new DateShape(format, false, Pattern.compile(pattern));
    }

    private static DateShape instant(String format, String pattern) {
        return new DateShape(format, true, Pattern.compile(pattern));
    }

    /**
     * The ways, all of one kind, in which some values are written; none when they are not days or instants. One in twenty may be
     * neither: the load refuses it.
     */
    static List<DateShape> of(List<String> values) {
        List<DateShape> found = new ArrayList<>();
        List<String> left = values;
        while (left.size() * SLIPS > values.size()) {
            List<String> remaining = left;
            DateShape best = KNOWN.stream().filter(shape -> shape.fits(remaining) > 0)
                    .max(Comparator.comparingLong((DateShape shape) -> shape.fits(remaining))
                            .thenComparingInt(shape -> -KNOWN.indexOf(shape)))
                    .orElse(null);
            if (best == null || !found.isEmpty() && found.getFirst().isInstant != best.isInstant) {
                return List.of();
            }
            found.add(best);
            left = remaining.stream().filter(value -> !best.pattern.matcher(value).matches()).toList();
        }
        return found;
    }

    private long fits(List<String> values) {
        return values.stream().filter(value -> pattern.matcher(value).matches()).count();
    }
}
