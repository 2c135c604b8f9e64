package zhiyin.load;

import java.time.DateTimeException;
import java.time.Period;

import org.jspecify.annotations.Nullable;

/**
 * How many whole months of interactions the graph keeps, before the month of the newest one.
 *
 * @param months the number; null for all
 */
record InteractionsWindow(@Nullable Integer months) {

    private static final String ALL = "all";

    /** Reads a setting: {@code P13M}, {@code P2Y}, {@code all} or nothing. */
    static InteractionsWindow of(String text) {
        if (text.isBlank() || text.strip().equalsIgnoreCase(ALL)) {
            return new InteractionsWindow(null);
        }
        Period period = period(text.strip());
        long months = period.toTotalMonths();
        if (!period.withDays(0).equals(period) || months < 1 || months > 12_000) {
            throw mistaken(text);
        }
        return new InteractionsWindow(Math.toIntExact(months));
    }

    private static Period period(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeException unreadable) {
            throw mistaken(text);
        }
    }

    private static IllegalArgumentException mistaken(String text) {
        return new IllegalArgumentException(
                "zhiyin.load.interactions-window is %s; it must be a number of months such as P13M, or all"
                        .formatted(text));
    }
}
