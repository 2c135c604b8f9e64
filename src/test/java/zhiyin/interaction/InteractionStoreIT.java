package zhiyin.interaction;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.lineage.Trace;
import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageAwayException;
import zhiyin.relay.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OwnNeo4j.class)
class InteractionStoreIT {

    private final RecordKind interactions = new InteractionKinds().partyInteraction();
    private final Scene scene;
    private final InteractionStore store;
    private final OlderInteractions older = new OlderInteractions();

    InteractionStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new InteractionStore(scene.graph(), older);
        scene.customers("ann", "bob");
    }

    @Test
    void givesEveryInteractionOnceNewestFirst() {
        // two begin in every minute, so that the id decides between them
        scene.merge(interactions, IntStream.range(0, 11).mapToObj(i -> interaction("call" + i, i / 2, "ann"))
                .toArray(MergeRow[]::new));
        scene.merge(interactions, interaction("other", 3, "bob"));

        List<Connection<PartyInteraction>> pages = scene.pages(4, page -> of("ann", page));

        assertThat(pages).allMatch(page -> page.totalCount() == 11);
        assertThat(pages.stream().flatMap(page -> page.nodes().stream()).map(PartyInteraction::id)).containsExactly(
                scene.id("call10"), scene.id("call9"), scene.id("call8"), scene.id("call7"), scene.id("call6"),
                scene.id("call5"), scene.id("call4"), scene.id("call3"), scene.id("call2"), scene.id("call1"),
                scene.id("call0"));
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(interactions, interaction("call", 1, "ann"));
        List<String> once = scene.state();

        scene.merge(interactions, interaction("call", 1, "ann"));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesWithItsCustomer() {
        scene.merge(interactions, interaction("call", 1, "ann"), interaction("mail", 2, "ann"));

        scene.merge(interactions, interaction("call", 1, "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("ann HAD mail", "bob HAD call");
        assertThat(of("ann", new PageRequest(5, null)).totalCount()).isEqualTo(1);
        assertThat(of("bob", new PageRequest(5, null)).nodes()).extracting(PartyInteraction::id)
                .containsExactly(scene.id("call"));
    }

    @Test
    void showsWhatTheSourceTold() {
        scene.merge(interactions, interaction("call", 1, "ann").with("reason", "slow").with("queueSeconds", 30L)
                .with("origin", 5L).with("closedBy", 7L)
                .with("endedAt", OffsetDateTime.parse("2026-11-01T10:09:00Z")));

        assertThat(of("ann", new PageRequest(1, null)).nodes()).containsExactly(new PartyInteraction(scene.id("call"),
                PartyInteraction.Type.COMPLAINT, PartyInteraction.Channel.APP, PartyInteraction.Direction.INBOUND,
                PartyInteraction.Status.COMPLETED, "slow", null, null, null, null, null,
                OffsetDateTime.parse("2026-11-01T10:01:00Z"), OffsetDateTime.parse("2026-11-01T10:09:00Z"), 30, null,
                null, null, new Trace(5L, 7L)));
    }

    @Test
    void goesOnInSearchWhereTheWindowBegins() {
        inWindow(() -> {
            scene.merge(interactions, interaction("new", 9, "ann"), interaction("newer", 10, "ann"));
            older.keep(scene.id("ann"), "c1", "2026-10-31T23:59:59Z", "b2", "2026-10-01T10:00:00Z", "b1",
                    "2026-10-01T10:00:00Z", "a1", "2026-09-01T10:00:00Z");

            List<Connection<PartyInteraction>> pages = scene.pages(2, page -> of("ann", page));

            assertThat(pages).hasSize(3).allMatch(page -> page.totalCount() == 6);
            assertThat(pages.stream().flatMap(page -> page.nodes().stream()).map(PartyInteraction::id))
                    .containsExactly(scene.id("newer"), scene.id("new"), "c1", "b2", "b1", "a1");
            assertThat(older.requests()).as("none for a page within the window").isEqualTo(2);
        });
    }

    @Test
    void asksSearchOnceForAllCustomersThatNeedIt() {
        inWindow(() -> {
            scene.merge(interactions, interaction("new", 9, "ann"), interaction("newer", 9, "bob"));
            older.keep(scene.id("ann"), "a", "2026-10-01T10:00:00Z");
            older.keep(scene.id("bob"), "b", "2026-10-01T10:00:00Z");

            assertThat(store.interactionsOf(List.of(scene.id("ann"), scene.id("bob")), new PageRequest(5, null))
                    .values()).allSatisfy(page -> assertThat(page.connection().nodes()).hasSize(2));
            assertThat(older.requests()).isEqualTo(1);
        });
    }

    @Test
    void answersWhatIsInTheWindowWhileSearchIsAway() {
        inWindow(() -> {
            scene.merge(interactions, interaction("new", 9, "ann"));
            older.keep(scene.id("ann"), "a", "2026-10-01T10:00:00Z");
            older.goAway();

            Connection<PartyInteraction> page = of("ann", new PageRequest(5, null));

            assertThat(page.nodes()).extracting(PartyInteraction::id).containsExactly(scene.id("new"));
            assertThat(page.pageInfo().hasNextPage()).isTrue();
            assertThat(page.totalCount()).isEqualTo(2);
            assertThatExceptionOfType(PageAwayException.class)
                    .isThrownBy(() -> of("ann", new PageRequest(5, page.pageInfo().endCursor())))
                    .withMessageContaining("Interactions before 2026-11-01");
        });
    }

    @Test
    void leavesOutWhatIsStillInTheGraphThoughItIsBeforeTheWindow() {
        inWindow(() -> {
            scene.merge(interactions, interaction("new", 9, "ann"),
                    interaction("leaving", -601, "ann"));
            older.keep(scene.id("ann"), "leaving", "2026-10-31T23:59:00Z");

            assertThat(of("ann", new PageRequest(5, null)).nodes()).extracting(PartyInteraction::id)
                    .containsExactly(scene.id("new"), "leaving");
            assertThat(of("ann", new PageRequest(5, null)).totalCount()).isEqualTo(2);
        });
    }

    /** With a window that begins in November, and months for what is kept in search. */
    private void inWindow(Runnable test) {
        scene.graph().rows("MERGE (w:InteractionWindow {id: 'PartyInteraction'}) SET w.begin = datetime($begin)",
                Map.of("begin", "2026-11-01T00:00:00Z"));
        older.countIn(scene.graph());
        try {
            test.run();
        } finally {
            scene.graph().rows("MATCH (w:InteractionWindow) DELETE w", Map.of());
        }
    }

    @Test
    void answersAnEmptyPageForACustomerWhoNeverCame() {
        assertThat(of("bob", new PageRequest(5, null))).isEqualTo(Connection.of(List.of(), new PageRequest(5, null), 0,
                PartyInteraction::position));
    }

    private Connection<PartyInteraction> of(String customer, PageRequest page) {
        return store.interactionsOf(List.of(scene.id(customer)), page).values().iterator().next()
                .connection();
    }

    private MergeRow interaction(String name, int minute, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).with("type", "COMPLAINT").with("channel", "APP")
                .with("direction", "INBOUND").with("status", "COMPLETED")
                .with("startedAt", OffsetDateTime.parse("2026-11-01T10:00:00Z").plusMinutes(minute));
    }
}
