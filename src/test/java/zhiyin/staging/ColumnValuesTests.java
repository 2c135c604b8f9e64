package zhiyin.staging;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;

class ColumnValuesTests {

    @TempDir
    private Path folder;

    private OneFeed feed(String column) {
        return new OneFeed(folder, """
                files: "*.csv"
                delimiter: "|"
                columns:
                  "no": { type: text }
                  value: { %s }
                  money: { type: text }
                """.formatted(column));
    }

    private static @Nullable String typed(OneFeed feed, String value) {
        feed.land("a.csv", "no|value|money\n1|" + value + "|hkd\n");
        return feed.rejects().isEmpty() ? feed.typed("value").getFirst() : feed.rejects().getFirst().reason().name();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.234,5;1234.5000", "1234,5;1234.5000", "-12,25;-12.2500",
            "1.234.567;1234567.0000",
            "1.5;TYPE", "1,234.5;TYPE", "12.34,5;TYPE", "7;7.0000"})
    void readsDecimalCommas(String value, String expected) {
        try (OneFeed feed = feed("type: decimal, point: ',', group: '.'")) {
            assertThat(typed(feed, value)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"NT$1,234.50;1234.5000;TWD", "USD 12;12.0000;USD", "-€5.10;-5.1000;EUR",
            "1,234.50 EUR;1234.5000;EUR", "88;88.0000;HKD"})
    void readsMoneyWithItsCurrency(String value, String amount, String currency) {
        try (OneFeed feed = feed("type: money, currency: money")) {
            assertThat(typed(feed, value)).isEqualTo(amount);
            assertThat(feed.typed("value_currency")).containsExactly(currency);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"1.234,50 EUR;1234.5000;EUR", "€ 1,5;1.5000;EUR", "3;3.0000;TWD"})
    void readsMoneyWithADecimalComma(String value, String amount, String currency) {
        try (OneFeed feed = feed("type: money, currency: TWD, point: ','")) {
            assertThat(typed(feed, value)).isEqualTo(amount);
            assertThat(feed.typed("value_currency")).containsExactly(currency);
        }
    }

    @Test
    void refusesMoneyThatIsNone() {
        try (OneFeed feed = feed("type: money, min: 0")) {
            assertThat(typed(feed, "much")).isEqualTo("TYPE");
            assertThat(typed(feed, "-5")).isEqualTo("RANGE");
            assertThat(feed.rejects()).extracting(Rejected::message).containsExactly("'-5' is less than 0");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"type: integer, unit: { from: KB, to: MB };2500;3",
            "type: integer, unit: { from: GB, to: MB };1.5;1500", "type: decimal, unit: { from: s, to: min };90;1.5000",
            "type: decimal, unit: { from: hundredth, to: whole };1999;19.9900",
            "type: integer, unit: { from: h, to: s }, max: 3600;2;RANGE"})
    void scalesNumbersToAnotherUnit(String column, String value, String expected) {
        try (OneFeed feed = feed(column)) {
            assertThat(typed(feed, value)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"N/A;", "-;", " - ;", "5;5"}, emptyValue = "")
    void takesValuesThatStandForNoneForAbsent(String value, @Nullable String expected) {
        try (OneFeed feed = feed("type: integer, absent: ['N/A', '-']")) {
            assertThat(typed(feed, value)).isEqualTo(expected);
        }
    }

    @Test
    void takesTheDefaultWhereThereIsNone() {
        try (OneFeed feed = feed("type: phone, absent: none, default: '0912345678', required: true")) {
            assertThat(typed(feed, "none")).isEqualTo("+886912345678");
            assertThat(typed(feed, "")).isEqualTo("+886912345678");
            assertThat(typed(feed, "+85291234567")).isEqualTo("+85291234567");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"115/03/01;2026-03-01", "88/12/31;1999-12-31", "1150301;2026-03-01",
            "990301;2010-03-01", "民國115年3月1日;2026-03-01", "46082;2026-03-01", "2026-03-01;2026-03-01", "115/13/01;TYPE",
            "x;TYPE"})
    void readsYearsOfTheRepublicAndDaysOfSpreadsheets(String value, String expected) {
        try (OneFeed feed = feed(
                "type: date, formats: ['%Y-%m-%d', '%EY/%m/%d', '%EY%m%d', '民國%EY年%m月%d日', excel]")) {
            assertThat(typed(feed, value)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"2026-11-01T08:00:00Z;2026-11-01 08:00:00",
            "2026-11-01 08:00;2026-11-01 00:00:00", "2026-11-01T08:00:00+0100;2026-11-01 07:00:00",
            "1793491200;2026-11-01 00:00:00", "46327.5;2026-11-01 04:00:00"})
    void readsInstantsOfSeveralFormats(String value, String expected) {
        try (OneFeed feed = feed("type: datetime, formats: ['%Y-%m-%dT%H:%M:%SZ', '%Y-%m-%d %H:%M', "
                + "'%Y-%m-%dT%H:%M:%S%z', epoch, excel]")) {
            assertThat(typed(feed, value)).isEqualTo(expected);
        }
    }

    @Test
    void refusesYearsThatNobodyMeansUnlessTheyAreDeclared() {
        List<String> slips = List.of("0000-01-01", "0026-11-01", "9999-12-31", "1899-12-31", "2101-01-01");
        try (OneFeed feed = feed("type: date, formats: '%Y-%m-%d'")) {
            assertThat(slips).allSatisfy(slip -> assertThat(typed(feed, slip)).isEqualTo("RANGE"));
            assertThat(typed(feed, "2100-12-31")).isEqualTo("2100-12-31");
        }
    }

    @Test
    void takesYearsThatAreDeclared() {
        try (OneFeed feed = feed("type: date, formats: '%Y-%m-%d', min: 1066-10-14, absent: 9999-12-31")) {
            assertThat(typed(feed, "1066-10-14")).isEqualTo("1066-10-14");
            assertThat(typed(feed, "1066-10-13")).isEqualTo("RANGE");
            assertThat(feed.rejects()).singleElement().extracting(Rejected::message)
                    .isEqualTo("'1066-10-13' is before 1066-10-14");
        }
    }

    @Test
    void takesADayThatMeansNoEndForAbsent() {
        try (OneFeed feed = feed("type: date, formats: '%Y-%m-%d', absent: 9999-12-31")) {
            assertThat(typed(feed, "9999-12-31")).isNull();
        }
    }
}
