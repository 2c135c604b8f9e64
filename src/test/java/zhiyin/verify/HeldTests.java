package zhiyin.verify;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import zhiyin.graph.Row;

import static org.assertj.core.api.Assertions.assertThat;

class HeldTests {

    private static final ZonedDateTime NOON = OffsetDateTime.parse("2026-11-22T12:00:00Z").toZonedDateTime();

    @Test
    void isTheSameWhateverTypesItsNumbersAndOffsetsHave() {
        Held graph = held(Map.of("count", 5L, "at", NOON, "born", LocalDate.of(2000, 1, 2)), List.of("c2", "c1"));
        Held staging = held(Map.of("count", 5, "at", OffsetDateTime.parse("2026-11-22T20:00+08:00").toZonedDateTime(),
                "born", LocalDate.of(2000, 1, 2)), List.of("c1", "c2"));

        assertThat(graph.differsFrom(staging)).isEmpty();
        assertThat(graph).isEqualTo(staging);
    }

    @Test
    void doesNotLookAtTheMomentsOfWriting() {
        assertThat(held(Map.of("updatedAt", NOON, "lastSeen", NOON), List.of())
                .differsFrom(held(Map.of("updatedAt", NOON.plusDays(1)), List.of()))).isEmpty();
    }

    @Test
    void tellsInWhatItDiffersByName() {
        Held one = held(Map.of("name", "Ada", "count", 5L, "gone", true), List.of("c1"));
        Held other = held(Map.of("name", "Bea", "count", 5.0, "added", "x"), List.of("c1", "c1"));

        assertThat(one.differsFrom(other)).containsExactly("added", "count", "customer", "gone", "name");
    }

    @Test
    void hasAFingerprintThatIsTheSameInAnyOrder() {
        Fingerprint one = new Fingerprint();
        Fingerprint other = new Fingerprint();
        one.add("a", Map.of("x", 1L));
        one.add("b", Map.of("x", 2L));
        other.add("b", Map.of("x", 2L));
        other.add("a", Map.of("x", 1L));
        assertThat(one.text()).isEqualTo(other.text());

        other.add("c", Map.of("x", 1L));
        assertThat(one.text()).isNotEqualTo(other.text());
    }

    private static Held held(Map<String, Object> properties, List<String> customers) {
        return Held.of(new Row(Map.of("id", "1", "place", "1", "properties", properties, "ends",
                Map.of("customer", customers))));
    }
}
