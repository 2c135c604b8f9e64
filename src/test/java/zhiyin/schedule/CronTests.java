package zhiyin.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CronTests {

    private static final String AT_HALF_PAST_TWO = "0 30 2 * * *";

    @Test
    void comesAtTheTimeOfItsZone() {
        Cron taipei = Cron.of(AT_HALF_PAST_TWO, ZoneId.of("Asia/Taipei"));

        assertThat(taipei.next(Instant.parse("2026-11-22T00:00:00Z"))).isEqualTo("2026-11-22T18:30:00Z");
        assertThat(taipei.next(Instant.parse("2026-11-22T18:30:00Z"))).isEqualTo("2026-11-23T18:30:00Z");
        assertThat(taipei.previous(Instant.parse("2026-11-22T18:30:00Z"))).isEqualTo("2026-11-21T18:30:00Z");
    }

    @Test
    void coversTheTimeSinceItCameBefore() {
        Cron daily = Cron.of(AT_HALF_PAST_TWO, ZoneId.of("Asia/Taipei"));

        assertThat(daily.periods(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-22T18:30:00Z"), 100))
                .containsExactly(period("2026-11-19T18:30:00Z", "2026-11-20T18:30:00Z"),
                        period("2026-11-20T18:30:00Z", "2026-11-21T18:30:00Z"),
                        period("2026-11-21T18:30:00Z", "2026-11-22T18:30:00Z"));
    }

    @Test
    void keepsTheNewestPeriodsWhenThereAreTooMany() {
        Cron hourly = Cron.of("0 0 * * * *", ZoneId.of("UTC"));

        assertThat(hourly.periods(Instant.parse("2026-11-20T00:00:00Z"), Instant.parse("2026-11-22T00:00:00Z"), 2))
                .containsExactly(period("2026-11-21T22:00:00Z", "2026-11-21T23:00:00Z"),
                        period("2026-11-21T23:00:00Z", "2026-11-22T00:00:00Z"));
    }

    /** Spring, when the clock skips the hour of the job, and autumn, when it repeats it. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-29, 2026-03-29T01:30:00Z", "Europe/Berlin, 2026-10-25, 2026-10-25T00:30:00Z",
            "America/New_York, 2026-03-08, 2026-03-08T07:30:00Z", "America/New_York, 2026-11-01, 2026-11-01T06:30:00Z",
            "Australia/Lord_Howe, 2026-10-04, 2026-10-03T15:30:00Z"})
    void comesOnceOnADayOnWhichTheClockIsChanged(String zone, LocalDate day, Instant at) {
        String halfPast = zone.equals("America/New_York") && day.getMonthValue() == 11
                ? "0 30 1 * * *"
                : AT_HALF_PAST_TWO;
        Instant expected = halfPast.equals(AT_HALF_PAST_TWO) ? at : at.minus(Duration.ofHours(1));

        assertThat(instants(Cron.of(halfPast, ZoneId.of(zone)), ZoneId.of(zone), day)).containsExactly(expected);
    }

    @Test
    void coversEveryMomentOnceAroundAChangeOfTheClock() {
        for (String day : List.of("2026-03-29", "2026-10-25")) {
            Instant noon = Instant.parse(day + "T12:00:00Z");
            List<Period> periods = Cron.of(AT_HALF_PAST_TWO, ZoneId.of("Europe/Berlin"))
                    .periods(noon.minus(Duration.ofDays(3)), noon.plus(Duration.ofDays(3)), 100);

            assertThat(periods).hasSize(6);
            for (int i = 1; i < periods.size(); i++) {
                assertThat(periods.get(i).from()).isEqualTo(periods.get(i - 1).until());
            }
        }
    }

    @Test
    void isFoundInAnyMomentOfTheChange() {
        Cron cron = Cron.of(AT_HALF_PAST_TWO, ZoneId.of("Europe/Berlin"));

        assertThat(cron.next(Instant.parse("2026-03-29T00:59:59Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(cron.next(Instant.parse("2026-03-29T01:29:59Z"))).isEqualTo("2026-03-29T01:30:00Z");
        assertThat(cron.next(Instant.parse("2026-03-29T01:30:00Z"))).isEqualTo("2026-03-30T00:30:00Z");
        assertThat(cron.next(Instant.parse("2026-10-25T00:30:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(cron.next(Instant.parse("2026-10-25T01:10:00Z"))).isEqualTo("2026-10-26T01:30:00Z");
    }

    @Test
    void keepsItsOrderWhenSkippedTimesComeAfterOthers() {
        Cron cron = Cron.of("0 10,50 2,3 * * *", ZoneId.of("Europe/Berlin"));

        assertThat(instants(cron, ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 3, 29)))
                .extracting(Instant::toString).containsExactly("2026-03-29T01:10:00Z", "2026-03-29T01:50:00Z");
        assertThat(cron.next(Instant.parse("2026-03-29T01:05:00Z"))).isEqualTo("2026-03-29T01:10:00Z");
    }

    @Test
    void everyHourFollowsTheTimeThatPasses() {
        Cron hourly = Cron.of("0 0 * * * *", ZoneId.of("Europe/Berlin"));

        assertThat(instants(hourly, ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 3, 29))).hasSize(23);
        List<Instant> autumn = instants(hourly, ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 10, 25));
        assertThat(autumn).hasSize(25);
        for (int i = 1; i < autumn.size(); i++) {
            assertThat(Duration.between(autumn.get(i - 1), autumn.get(i))).isEqualTo(Duration.ofHours(1));
        }
    }

    @Test
    void rareTimesHaveOneBefore() {
        Cron leapDay = Cron.of("0 0 0 29 2 *", ZoneId.of("UTC"));

        assertThat(leapDay.previous(Instant.parse("2026-11-22T00:00:00Z"))).isEqualTo("2024-02-29T00:00:00Z");
    }

    @Test
    void refusesWhatCannotBeReadOrNeverComes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cron.of("30 2 * * *", ZoneId.of("UTC")));
        assertThatIllegalArgumentException().isThrownBy(() -> Cron.of("0 0 0 30 2 *", ZoneId.of("UTC")))
                .withMessageContaining("never comes");
    }

    private static List<Instant> instants(Cron cron, ZoneId zone, LocalDate day) {
        List<Instant> instants = new ArrayList<>();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant at = cron.next(day.atStartOfDay(zone).toInstant().minusMillis(1));
        while (at != null && at.isBefore(end)) {
            instants.add(at);
            at = cron.next(at);
        }
        return instants;
    }

    private static Period period(String from, String until) {
        return new Period(Instant.parse(from), Instant.parse(until));
    }
}
