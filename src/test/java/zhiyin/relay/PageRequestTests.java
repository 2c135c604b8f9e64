package zhiyin.relay;

import java.time.LocalDate;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageRequestTests {

    @Test
    void goesOnAfterValuesOfTheTypesThatTheListIsSortedBy() {
        PageRequest page = new PageRequest(10, Cursor.at("bills", "2026-10-31", "billing:7").encoded());

        assertThat(page.afterKeys("bills", LocalDate::parse, Function.identity()))
                .containsExactly(LocalDate.of(2026, 10, 31), "billing:7");
    }

    @Test
    void goesOnAfterNothingOnTheFirstPage() {
        assertThat(new PageRequest(10, null).afterKeys("bills", LocalDate::parse, Function.identity())).isEmpty();
    }

    @Test
    void refusesACursorWhoseKeysWereForged() {
        PageRequest page = new PageRequest(10, Cursor.at("bills", "tomorrow", "billing:7").encoded());

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> page.afterKeys("bills", LocalDate::parse, Function.identity()))
                .withMessage("after: '%s' is not a cursor of this connection", page.after());
    }

    @Test
    void refusesACursorWhoseNumberWasForged() {
        PageRequest page = new PageRequest(10, Cursor.at("products", "one").encoded());

        assertThatExceptionOfType(InvalidPageException.class)
                .isThrownBy(() -> page.afterKeys("products", Integer::valueOf));
    }
}
