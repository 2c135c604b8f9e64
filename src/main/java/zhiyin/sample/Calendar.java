package zhiyin.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** The months that the extracts look back on, and moments within them. All moments are the operator's local time. */
record Calendar(LocalDate until, OperatorSettings.Months months) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    /** Taipei has kept no summer time since 1979. */
    private static final int HOURS_AHEAD_OF_UTC = 8;
    /** How many contacts fall into each hour of the day, against the others. */
    private static final Weighted<Integer> HOURS = new Weighted<>(IntStream.range(0, 24).boxed().toList(),
            hour -> hour < 7 ? 0.25 : hour < 9 ? 3 : hour < 13 ? 9 : hour < 18 ? 8 : hour < 22 ? 7 : 2);
    private static final Weighted<Integer> SHOP_HOURS = new Weighted<>(IntStream.range(11, 21).boxed().toList(),
            hour -> hour > 16 ? 3 : 2);

    List<YearMonth> billMonths() {
        return lastMonths(months.bills());
    }

    List<YearMonth> usageMonths() {
        return lastMonths(months.usage());
    }

    List<YearMonth> contactMonths() {
        return lastMonths(months.contacts());
    }

    LocalDate contactsBegin() {
        return contactMonths().getFirst().atDay(1);
    }

    /** Some moment of the contact window between the two days, both included. */
    LocalDateTime moment(Dice dice, LocalDate first, LocalDate last) {
        return at(dice, dice.day(later(first, contactsBegin()), last), HOURS.draw(dice));
    }

    LocalDateTime during(Dice dice, LocalDate day) {
        return at(dice, day, HOURS.draw(dice));
    }

    LocalDateTime shopping(Dice dice, LocalDate first, LocalDate last) {
        return at(dice, dice.day(later(first, contactsBegin()), last), SHOP_HOURS.draw(dice));
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    boolean isPast(LocalDateTime moment) {
        return !moment.toLocalDate().isAfter(until);
    }

    static String local(LocalDateTime moment) {
        return LOCAL.format(moment);
    }

    static String utc(LocalDateTime moment) {
        return UTC.format(moment.minusHours(HOURS_AHEAD_OF_UTC));
    }

    private static LocalDateTime at(Dice dice, LocalDate day, int hour) {
        return day.atTime(hour, dice.below(60), dice.below(60));
    }

    private List<YearMonth> lastMonths(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(back -> YearMonth.from(until).minusMonths(count - back))
                .toList();
    }
}
