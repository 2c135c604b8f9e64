package zhiyin.load;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InteractionsWindowTests {

    @ParameterizedTest
    @CsvSource({"P13M, 13", "P1Y, 12", "P1Y2M, 14", "' p3m ', 3"})
    void isANumberOfMonths(String text, int months) {
        assertThat(InteractionsWindow.of(text).months()).isEqualTo(months);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "ALL", "", "  "})
    void isAllWithoutANumber(String text) {
        assertThat(InteractionsWindow.of(text).months()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13", "P0M", "P-1M", "P40D", "P1M3D", "PT5H", "P99999Y"})
    void isNothingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InteractionsWindow.of(text))
                .withMessageContaining("zhiyin.load.interactions-window is " + text).withMessageContaining("P13M");
    }
}
