package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever comes in whatever order, graph and search end as if all of it had come at once. */
@SuppressWarnings("NullAway.Init")
class HistoryWindowTests {

    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path folder;

    private EventStores stores;

    @BeforeEach
    void open() {
        stores = new EventStores(folder.resolve("staging.duckdb"));
        stores.assign("p1", "ann");
        stores.assign("p2", "bob");
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void keepsTheMonthOfTheNewestEventAndWholeMonthsBeforeIt() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("first", "p1", "CALL", "2026-09-01 00:00:00");
        stores.event("late", "p1", "CALL", "2026-08-31 23:59:59.999999");
        stores.event("old", "p1", "MAIL", "2026-08-01 00:00:00");
        stores.event("other", "p2", "MAIL", "2026-08-02 00:00:00");

        stores.load(2, AT);

        assertThat(stores.graph().keySet()).containsExactlyInAnyOrder("new", "first");
        assertThat(stores.months()).containsOnlyKeys("ann|2026-08", "bob|2026-08");
        assertThat(stores.months().get("ann|2026-08")).contains("events=2", "typeCall=1", "typeMail=1",
                "month=2026-08-01", "lastAt=2026-08-31T23:59:59.999999Z").doesNotContain("typeNoticeOnly");
        assertThat(stores.begin()).contains("begin=2026-09-01T00:00Z");
        assertThat(stores.search()).hasSize(5);
    }

    @Test
    void isNotMovedByAnEventThatSomebodyMistyped() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("mistyped", "p1", "CALL", "2099-11-05 10:00:00");

        stores.load(1, AT);

        assertThat(stores.graph()).containsOnlyKeys("new", "mistyped");
        assertThat(stores.begin()).contains("begin=2026-10-01T00:00Z");
    }

    @Test
    void keepsAllWithoutANumberOfMonths() {
        stores.event("old", "p1", "CALL", "1999-01-05 10:00:00");
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");

        stores.load(null, AT);

        assertThat(stores.graph()).containsOnlyKeys("old", "new");
        assertThat(stores.months()).isEmpty();
    }

    @Test
    void touchesOnlyWhatALateEventIsAbout() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("old", "p1", "CALL", "2026-03-05 10:00:00");
        stores.event("other", "p2", "CALL", "2026-03-05 10:00:00");
        stores.event("older", "p1", "CALL", "2026-02-05 10:00:00");
        stores.load(1, AT);

        stores.event("late", "p1", "MAIL", "2026-03-09 10:00:00");
        assertThat(stores.load(1, AT)).containsExactlyInAnyOrder("InteractionMonth ann|2026-03", "search late");
        assertThat(stores.load(1, AT)).isEmpty();
        assertThat(stores.months().get("ann|2026-03")).contains("events=2");
    }

    @Test
    void movesOneMonthWhenTimeMovesOn() {
        for (int month = 1; month <= 10; month++) {
            stores.event("e" + month, "p1", "CALL", "2026-%02d-05 10:00:00".formatted(month));
        }
        stores.load(2, AT);
        stores.event("e11", "p1", "CALL", "2026-11-05 10:00:00");

        assertThat(stores.load(2, AT)).containsExactlyInAnyOrder("Interaction e11", "InteractionMonth ann|2026-08",
                "InteractionWindow Interaction", "- Interaction e8", "search e11");
    }

    @Test
    void movesOldEventsWithTheirCustomer() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("old", "p1", "CALL", "2026-03-05 10:00:00");
        stores.load(1, AT);

        stores.assign("p1", "bob");
        stores.load(1, AT);

        assertThat(stores.months()).containsOnlyKeys("bob|2026-03");
        assertThat(stores.search().values()).allMatch(document -> document.contains("\"customerId\":\"bob\""));
    }

    @Test
    void bringsEventsBackWhenTheWindowGrows() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("old", "p1", "CALL", "2026-03-05 10:00:00");
        stores.load(1, AT);

        stores.load(12, AT);

        assertThat(stores.graph()).containsOnlyKeys("new", "old");
        assertThat(stores.months()).isEmpty();
    }

    @Test
    void countsAnEventOnceItsPartyIsKnown() {
        stores.event("new", "p1", "CALL", "2026-11-05 10:00:00");
        stores.event("waiting", "p9", "CALL", "2026-03-05 10:00:00");
        stores.load(1, AT);
        assertThat(stores.months()).isEmpty();

        stores.load(1, AT);
        stores.assign("p9", "cid");
        stores.load(1, AT);

        assertThat(stores.months()).containsOnlyKeys("cid|2026-03");
        assertThat(stores.search()).containsOnlyKeys("new", "waiting");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void endsAsIfAllOfItHadComeAtOnce(long seed) {
        Random random = new Random(seed);
        Instant at = AT;
        @Nullable
        Integer months = null;
        for (int load = 0; load < 12; load++) {
            at = at.plusSeconds(random.nextInt(60) * 86_400L);
            months = List.of(1, 3, 3, 3, 6, 0).get(random.nextInt(6));
            months = months == 0 ? null : months;
            stores.change(random, 15);
            if (random.nextInt(3) == 0) {
                stores.loadKilled(random, months, at);
            }
            stores.load(months, at);
        }

        try (EventStores fresh = new EventStores(folder.resolve("fresh.duckdb"))) {
            stores.copyTo(fresh);
            fresh.load(months, at);
            assertThat(stores.graph()).isEqualTo(fresh.graph()).isNotEmpty();
            assertThat(stores.months()).isEqualTo(fresh.months());
            assertThat(stores.begin()).isEqualTo(fresh.begin());
            assertThat(stores.search()).isEqualTo(fresh.search());
            assertThat(Map.of("graph", stores.toldOf("Interaction"), "months", stores.toldOf("InteractionMonth")))
                    .isEqualTo(Map.of("graph", stores.graph().keySet(), "months", stores.months().keySet()));
        }
    }
}
