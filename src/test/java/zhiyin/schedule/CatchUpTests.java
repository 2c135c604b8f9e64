package zhiyin.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CatchUpTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void noneRunsWhatIsOnTimeAlone() {
        assertThat(CatchUp.NONE.runs(hoursUntilNoon(3), NOON.plusSeconds(1))).isEmpty();
        assertThat(CatchUp.NONE.runs(hoursUntilNoon(3), NOON)).containsExactly(hoursUntilNoon(1).getFirst());
    }

    @Test
    void latestRunsTheNewestThatWasMissed() {
        assertThat(CatchUp.LATEST.runs(hoursUntilNoon(3), NOON.plusSeconds(1)))
                .containsExactly(hoursUntilNoon(1).getFirst());
        assertThat(CatchUp.LATEST.runs(hoursUntilNoon(3), NOON)).containsExactly(hoursUntilNoon(1).getFirst());
        assertThat(CatchUp.LATEST.runs(List.of(), NOON)).isEmpty();
    }

    @Test
    void allRunsEachOfThemOldestFirst() {
        assertThat(CatchUp.ALL.runs(hoursUntilNoon(3), NOON.plusSeconds(1))).isEqualTo(hoursUntilNoon(3)).hasSize(3);
    }

    private static List<Period> hoursUntilNoon(int hours) {
        return IntStream.range(0, hours).mapToObj(hour -> NOON.minus(Duration.ofHours(hours - hour)))
                .map(from -> new Period(from, from.plus(Duration.ofHours(1)))).toList();
    }
}
