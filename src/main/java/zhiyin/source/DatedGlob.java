package zhiyin.source;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A glob that may say where the date of a file stands in its name: {@code crm/customers-{date:yyyyMMdd}*.csv}.
 *
 * @param before  glob before the date, or the whole glob
 * @param pattern the date, as Java's {@link DateTimeFormatter} has it; empty when the name has none
 * @param after   glob behind the date
 */
public record DatedGlob(String before, Optional<String> pattern, String after) {

    private static final Pattern DATE = Pattern.compile("\\{date:([^}]+)}");

    /** Takes a declared glob apart. */
    public static DatedGlob of(String glob) {
        Matcher date = DATE.matcher(glob);
        return date.find()
                ? new DatedGlob(glob.substring(0, date.start()), Optional.of(date.group(1)), glob.substring(date.end()))
                : new DatedGlob(glob, Optional.empty(), "");
    }

    /** The glob with any digits in place of the date. */
    public String widened() {
        return before + pattern.map(date -> date.replaceAll("[A-Za-z]", "[0-9]")).orElse("") + after;
    }

    /** The day, or the first day of the month, in the name of a file that the widened glob matches. */
    public Optional<LocalDate> dateOf(Path file) {
        String name = file.toString();
        int length = pattern.map(String::length).orElse(0);
        for (int i = 0; length > 0 && i + length <= name.length(); i++) {
            String text = name.substring(i, i + length);
            Optional<LocalDate> day = pattern.flatMap(date -> parsed(date, text));
            if (day.isPresent() && FileSystems.getDefault().getPathMatcher("glob:" + before + text + after)
                    .matches(file)) {
                return day;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> parsed(String pattern, String text) {
        try {
            TemporalAccessor read = DateTimeFormatter.ofPattern(pattern.replace('y', 'u')).parseBest(text,
                    LocalDate::from, YearMonth::from);
            return Optional.of(read instanceof YearMonth month ? month.atDay(1) : LocalDate.from(read));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
