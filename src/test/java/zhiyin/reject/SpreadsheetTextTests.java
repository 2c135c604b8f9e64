package zhiyin.reject;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+886912345678", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＠x", "'=1", "''=1"})
    void noTextIsAFormulaAndEachComesBack(String text) {
        assertThat(SpreadsheetText.written(text)).startsWith("'").isNotEqualTo(text);
        assertThat(SpreadsheetText.read(SpreadsheetText.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"王小明", "'t Hooft", "00123", "a=b", "''"})
    void otherTextsAreAsTheyAre(String text) {
        assertThat(SpreadsheetText.written(text)).isEqualTo(text);
        assertThat(SpreadsheetText.read(text)).isEqualTo(text);
    }
}
