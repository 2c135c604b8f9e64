package zhiyin.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** E-mail addresses as people choose them. */
final class Mailboxes {

    private static final List<String> DESKS = List.of("info", "service", "admin", "it", "account");
    private static final long SUFFIXES = 100_000;

    private final Map<String, Weighted<String>> domains = new HashMap<>();
    private final Keys keys;

    Mailboxes(List<Region> regions, Keys keys) {
        regions.forEach(region -> domains.put(region.country(), Weighted.of(region.mailDomains())));
        this.keys = keys;
    }

    /** Ends in a number of the customer's own, so that namesakes seldom share a mailbox. */
    String of(Dice dice, long index, Region region, Name name, boolean organisation, LocalDate birth) {
        long suffix = keys.scattered(Keys.Series.MAILBOX, index, SUFFIXES);
        String given = letters(name.latinGiven());
        String family = letters(name.latinFamily());
        if (organisation) {
            String ending = region.country().equals("TW")
                    ? ".com.tw"
                    : region.country().equals("HK") ? ".com.hk" : ".com";
            return dice.one(DESKS) + "@" + given.substring(0, Math.min(given.length(), 14)) + suffix + ending;
        }
        String domain = Objects.requireNonNull(domains.get(region.country())).draw(dice);
        if (given.isEmpty()) {
            return "user" + suffix + "." + birth.getYear() % 100 + "@" + domain;
        }
        if (domain.equals("qq.com")) {
            return Long.toString(120_000_000L + keys.scattered(Keys.Series.MAILBOX, index, 900_000_000L)) + "@"
                    + domain;
        }
        return local(dice, given, family) + suffix + "@" + domain;
    }

    private static String local(Dice dice, String given, String family) {
        return switch (dice.below(5)) {
            case 0 -> given + "." + family;
            case 1 -> family + given;
            case 2 -> given.charAt(0) + family;
            case 3 -> family + "_" + given;
            default -> given;
        };
    }

    private static String letters(String latin) {
        return latin.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
