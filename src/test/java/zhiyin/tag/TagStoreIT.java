package zhiyin.tag;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.model.LocalizedText;
import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class TagStoreIT {

    private static final OffsetDateTime MONDAY = OffsetDateTime.parse("2026-11-16T08:00:00Z");
    private static final OffsetDateTime TUESDAY = MONDAY.plusDays(1);

    private final RecordKind marks = new TagKinds().customerTag();
    private final Scene scene;
    private final TagStore store;

    TagStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new TagStore(scene.graph());
        scene.customers("ann", "bob");
        store.write(List.of(tag("it-gold", "value", "Gold"), tag("it-silver", "value", "Silver"),
                tag("it-new", "age", "New")), MONDAY);
    }

    @Test
    void givesEveryTagOnceByCategoryWithItsSince() {
        scene.merge(marks, mark("r1", "it-silver", "ann"), mark("r2", "it-gold", "ann").with("since", TUESDAY),
                mark("r3", "it-gold", "ann").with("since", MONDAY), mark("r4", "it-new", "ann"));

        List<Connection<Tag>> pages = scene.pages(1, page -> of("ann", page));

        assertThat(pages).allMatch(page -> page.totalCount() == 3);
        assertThat(pages.stream().flatMap(page -> page.edges().stream())).extracting(TagStoreIT::toldBy)
                .containsExactly("it-new since null", "it-gold since " + MONDAY, "it-silver since null");
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(marks, mark("r1", "it-gold", "ann").with("since", MONDAY));
        List<String> once = scene.state();

        scene.merge(marks, mark("r1", "it-gold", "ann").with("since", MONDAY));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesAMarkWithItsCustomer() {
        scene.merge(marks, mark("r1", "it-gold", "ann"), mark("r2", "it-silver", "ann"));

        scene.merge(marks, mark("r1", "it-gold", "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("ann TAGGED tag:it-silver", "bob TAGGED tag:it-gold");
    }

    @Test
    void replacesAMarkWhenItsRecordSaysAnother() {
        scene.merge(marks, mark("r1", "it-silver", "ann"));

        scene.merge(marks, mark("r1", "it-gold", "ann"));

        assertThat(scene.links()).containsExactly("ann TAGGED tag:it-gold");
    }

    @Test
    void putsNoTagThatTheCatalogueDoesNotKnow() {
        scene.merge(marks, mark("r1", "it-silver", "ann"));

        scene.merge(marks, mark("r1", "it-unheard-of", "ann"));

        assertThat(scene.links()).isEmpty();
    }

    @Test
    void writesOnlyTheTagsThatChanged() {
        assertThat(store.write(List.of(tag("it-gold", "value", "Gold"), tag("it-silver", "value", "Silber")), TUESDAY))
                .isEqualTo(1);
        assertThat(scene.graph().rows("MATCH (tag:Tag) WHERE tag.id IN ['tag:it-gold', 'tag:it-silver']"
                + " RETURN tag.nameEn + ' ' + toString(tag.updatedAt) AS told ORDER BY told", Map.of()))
                .extracting(row -> row.text("told"))
                .containsExactly("Gold 2026-11-16T08:00:00Z", "Silber 2026-11-17T08:00:00Z");
    }

    @Test
    void findsATagById() {
        assertThat(new TagKinds().tags(scene.graph()).find("tag:it-new").orElseThrow()).isEqualTo(
                new Tag("tag:it-new", "it-new", new LocalizedText("字", "字", "New"), "age"));
        assertThat(new TagKinds().tags(scene.graph()).find("tag:it-unheard-of")).isEmpty();
    }

    private Connection<Tag> of(String customer, PageRequest page) {
        CustomerTagConnection tags = store.tagsOf(List.of(scene.id(customer)), page).values().iterator().next();
        return new Connection<>(List.copyOf(tags.edges()), tags.pageInfo(), tags.totalCount());
    }

    private static String toldBy(Object edge) {
        @Nullable
        OffsetDateTime since = ((CustomerTagConnection.CustomerTagEdge) edge).since();
        return "%s since %s".formatted(((CustomerTagConnection.CustomerTagEdge) edge).node().key(), since);
    }

    private MergeRow mark(String name, String tag, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).with("tag", tag);
    }

    private static DeclaredTag tag(String key, String category, String name) {
        return new DeclaredTag(key, category, DeclaredTag.Kind.IMPORTED, new DeclaredTag.Names("字", "字", name));
    }
}
