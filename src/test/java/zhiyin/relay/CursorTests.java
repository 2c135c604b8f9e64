package zhiyin.relay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorTests {

    @Test
    void comesBackAsItWentOut() {
        Cursor cursor = Cursor.at("bills", "2026-10-31", "billing:帳單-7");

        assertThat(new PageRequest(20, cursor.encoded()).afterKeys("bills", 2)).isEqualTo(cursor.keys());
    }

    @Test
    void holdsNothingThatAClientCannotSee() {
        assertThat(Cursor.at("bills", "a").encoded()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void isRefusedByAnotherList() {
        String cursor = Cursor.at("bills", "2026-10-31", "7").encoded();

        assertThatThrownBy(() -> new PageRequest(20, cursor).afterKeys("loads", 2))
                .isInstanceOfSatisfying(InvalidPageException.class,
                        refused -> assertThat(refused.argument()).isEqualTo("after"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "O_0", "T18w", "!!!", "YmlsbHM", "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA"})
    void isRefusedWhenAClientMadeItUp(String forged) {
        assertThatThrownBy(() -> new PageRequest(20, forged).afterKeys("bills", 2))
                .isInstanceOf(InvalidPageException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE})
    void belongsToAPageOfOneToAHundred(int first) {
        assertThatThrownBy(() -> new PageRequest(first, null)).isInstanceOfSatisfying(InvalidPageException.class,
                refused -> assertThat(refused.argument()).isEqualTo("first"));
    }
}
