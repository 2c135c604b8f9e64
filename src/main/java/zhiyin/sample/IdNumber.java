package zhiyin.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Identity numbers of people and organisations, with the check digits of the country that issues them. */
final class IdNumber {

    /** Position in this text plus 10 is the value of a Taiwanese county letter. */
    private static final String COUNTIES = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
    private static final String COMMON_COUNTIES = "AAABBDDEEFFFGHHJKLMNNPQSTUVX";
    private static final List<String> MAINLAND_AREAS = List.of("440305", "440106", "350203", "350102", "310115",
            "310104",
            "110105", "110108", "330106", "320102", "320508", "510104", "420106", "430102", "610113", "370202");
    private static final int[] MAINLAND_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CREDIT_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] TAX_WEIGHTS = {1, 2, 1, 2, 1, 2, 4};

    private IdNumber() {}

    /** The national id, or for foreigners in Taiwan the one of a residence permit: digit 8 or 9 after the letter. */
    static String taiwan(Dice dice, boolean female, boolean foreign, String sevenDigits) {
        char county = COMMON_COUNTIES.charAt(dice.below(COMMON_COUNTIES.length()));
        String body = (foreign ? female ? "9" : "8" : female ? "2" : "1") + sevenDigits;
        int value = COUNTIES.indexOf(county) + 10;
        int sum = value / 10 + value % 10 * 9;
        for (int at = 0; at < 8; at++) {
            sum += digit(body, at) * (8 - at);
        }
        return county + body + (10 - sum % 10) % 10;
    }

    static String hongKong(String sixDigits, char letter) {
        int sum = 9 * 36 + 8 * (letter - 'A' + 10);
        for (int at = 0; at < 6; at++) {
            sum += digit(sixDigits, at) * (7 - at);
        }
        int check = (11 - sum % 11) % 11;
        return letter + sixDigits + "(" + (check == 10 ? "A" : check) + ")";
    }

    static String mainland(Dice dice, boolean female, LocalDate birth, int sequence) {
        int odd = sequence % 500 * 2 + (female ? 0 : 1);
        String body = dice.one(MAINLAND_AREAS) + birth.format(DateTimeFormatter.BASIC_ISO_DATE) + Keys.padded(odd, 3);
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += digit(body, at) * MAINLAND_WEIGHTS[at];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** The unified business number of Taiwan. */
    static String taiwanTax(String sevenDigits) {
        int sum = 0;
        for (int at = 0; at < 7; at++) {
            int product = digit(sevenDigits, at) * TAX_WEIGHTS[at];
            sum += product / 10 + product % 10;
        }
        return sevenDigits + (5 - sum % 5) % 5;
    }

    /** The unified social credit code of the mainland. */
    static String mainlandCredit(Dice dice, String eightDigits) {
        int sum = 0;
        for (int at = 0; at < 8; at++) {
            sum += digit(eightDigits, at) * ORGANISATION_WEIGHTS[at];
        }
        int check = (11 - sum % 11) % 11;
        String body = "91" + dice.one(MAINLAND_AREAS) + eightDigits + (check == 10 ? "X" : check);
        int total = 0;
        int weight = 1;
        for (int at = 0; at < 17; at++) {
            total += CREDIT_LETTERS.indexOf(body.charAt(at)) * weight;
            weight = weight * 3 % 31;
        }
        return body + CREDIT_LETTERS.charAt((31 - total % 31) % 31);
    }

    private static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }
}
