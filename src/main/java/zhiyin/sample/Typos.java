package zhiyin.sample;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** How hands and ears get things wrong. */
final class Typos {

    private final Map<String, String> confusables;

    Typos(WordFiles files) {
        confusables = files.csv("confusables.csv", row -> Map.entry(row.getField("right"), row.getField("wrong")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A character that sounds the same, or two neighbours the wrong way round. */
    String name(Dice dice, String name) {
        for (int at = name.length() - 1; at > 0; at--) {
            String wrong = confusables.get(name.substring(at, at + 1));
            if (wrong != null) {
                return name.substring(0, at) + wrong + name.substring(at + 1);
            }
        }
        return swapped(dice, name);
    }

    /** A digit left out, doubled or in its neighbour's place. */
    String digits(Dice dice, String digits) {
        if (digits.length() < 4) {
            return digits;
        }
        int at = dice.between(2, digits.length() - 2);
        return switch (dice.below(3)) {
            case 0 -> digits.substring(0, at) + digits.substring(at + 1);
            case 1 -> digits.substring(0, at) + digits.charAt(at) + digits.substring(at);
            default -> swapped(dice, digits);
        };
    }

    String email(Dice dice, String email) {
        return switch (dice.below(4)) {
            case 0 -> email.replace("gmail.com", "gamil.com");
            case 1 -> email.replace(".com", ".con");
            default -> swapped(dice, email.substring(0, email.indexOf('@'))) + email.substring(email.indexOf('@'));
        };
    }

    /** Day and month exchanged where that is a date, else the neighbouring year. */
    LocalDate date(Dice dice, LocalDate date) {
        return date.getDayOfMonth() <= 12 && dice.chance(0.7)
                ? LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue())
                : date.plusYears(dice.chance(0.5) ? 1 : -1);
    }

    private static String swapped(Dice dice, String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = dice.between(1, text.length() - 2);
        return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
