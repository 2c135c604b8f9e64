package zhiyin.voice;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.lineage.Trace;
import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class VoiceStoreIT {

    private final RecordKind feedback = new VoiceKinds().feedback();
    private final Scene scene;
    private final VoiceStore store;

    VoiceStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new VoiceStore(scene.graph());
        scene.customers("ann", "bob");
    }

    @Test
    void givesAllFeedbackOnceNewestFirst() {
        // two answers in every hour, so that the id decides between them
        scene.merge(feedback, IntStream.range(0, 5).mapToObj(i -> answer("a" + i, i / 2, "ann"))
                .toArray(MergeRow[]::new));

        List<Connection<Feedback>> pages = scene.pages(2, page -> of("ann", page));

        assertThat(pages).allMatch(page -> page.totalCount() == 5);
        assertThat(pages.stream().flatMap(page -> page.nodes().stream()).map(Feedback::id)).containsExactly(
                scene.id("a4"), scene.id("a3"), scene.id("a2"), scene.id("a1"), scene.id("a0"));
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(feedback, answer("a", 1, "ann"));
        List<String> once = scene.state();

        scene.merge(feedback, answer("a", 1, "ann"));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesWithItsCustomer() {
        scene.merge(feedback, answer("a", 1, "ann"), answer("b", 2, "ann"));

        scene.merge(feedback, answer("a", 1, "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("ann GAVE b", "bob GAVE a");
        assertThat(of("ann", new PageRequest(5, null)).totalCount()).isEqualTo(1);
    }

    @Test
    void showsARemarkWithoutAScore() {
        scene.merge(feedback, answer("a", 1, "ann").with("text", "太貴了").with("solved", false));

        assertThat(of("ann", new PageRequest(1, null)).nodes()).containsExactly(
                new Feedback(scene.id("a"), Feedback.Instrument.COMMENT, null, null, null, false, "太貴了",
                        OffsetDateTime.parse("2026-11-01T11:00:00Z"), new Trace(null, null)));
    }

    private Connection<Feedback> of(String customer, PageRequest page) {
        return store.feedbackOf(List.of(scene.id(customer)), page).values().iterator().next();
    }

    private MergeRow answer(String name, int hour, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).with("instrument", "COMMENT").with("answeredAt",
                OffsetDateTime.parse("2026-11-01T10:00:00Z").plusHours(hour));
    }
}
