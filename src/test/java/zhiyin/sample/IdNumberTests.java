package zhiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdNumberTests {

    private static final String LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    @Test
    void agreesWithIdNumbersThatThePublicRulesGiveAsExamples() {
        assertThat(isTaiwanese("A123456789")).isTrue();
        assertThat(IdNumber.hongKong("123456", 'G')).isEqualTo("G123456(A)");
        assertThat(isTaiwaneseTax("04595257")).isTrue();
        assertThat(isMainland("11010519491231002X")).isTrue();
    }

    @Test
    void givesEveryTaiwaneseAndForeignerACheckDigitThatHolds() {
        for (int index = 0; index < 500; index++) {
            Dice dice = new Dice(3, Dice.Subject.PERSON, index);
            assertThat(
                    isTaiwanese(IdNumber.taiwan(dice, index % 2 == 0, index % 3 == 0, Keys.padded(index * 7919L, 7))))
                    .isTrue();
            assertThat(isTaiwaneseTax(IdNumber.taiwanTax(Keys.padded(index * 7919L, 7)))).isTrue();
        }
    }

    @Test
    void givesEveryMainlanderACheckDigitAndTheRightSex() {
        for (int index = 0; index < 500; index++) {
            String id = IdNumber.mainland(new Dice(3, Dice.Subject.PERSON, index), index % 2 == 0,
                    LocalDate.of(1980, 1, 1).plusDays(index), index);
            assertThat(isMainland(id)).as(id).isTrue();
            assertThat((id.charAt(16) - '0') % 2 == 0).isEqualTo(index % 2 == 0);
        }
    }

    @Test
    void writesIdNumbersThatHoldIntoTheFilesButForTypingErrors(@TempDir Path folder) {
        Generated operator = Generated.operator(1600, 5, folder);
        List<String> ids = operator.rows(Feed.CUSTOMERS).stream()
                .filter(row -> row.get(2).equals("P") && row.get(9).equals("TW") && !row.get(3).isEmpty())
                .map(row -> row.get(3)).toList();
        double typos = new WordFiles(Path.of("etl/sample")).yaml("operator.yaml", OperatorSettings.class).dirtOf("crm")
                .typo();
        long sound = ids.stream().filter(IdNumberTests::isTaiwanese).count();
        assertThat((double) sound / ids.size()).isBetween(1 - 2 * typos, 1 - typos / 4);
    }

    private static boolean isTaiwanese(String id) {
        if (!id.matches("[A-Z][1289]\\d{8}")) {
            return false;
        }
        int[] weights = {1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1};
        String digits = LETTERS.indexOf(id.charAt(0)) + 10 + id.substring(1);
        return sum(digits, weights) % 10 == 0;
    }

    private static boolean isMainland(String id) {
        int[] weights = new int[17];
        for (int at = 0; at < 17; at++) {
            weights[at] = (1 << (17 - at)) % 11;
        }
        int check = (12 - sum(id.substring(0, 17), weights) % 11) % 11;
        return id.length() == 18 && id.endsWith(check == 10 ? "X" : Integer.toString(check));
    }

    private static boolean isTaiwaneseTax(String number) {
        int[] weights = {1, 2, 1, 2, 1, 2, 4, 1};
        int sum = 0;
        for (int at = 0; at < 8; at++) {
            int product = (number.charAt(at) - '0') * weights[at];
            sum += product / 10 + product % 10;
        }
        return sum % 5 == 0;
    }

    private static int sum(String digits, int... weights) {
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += (digits.charAt(at) - '0') * weights[at];
        }
        return sum;
    }
}
