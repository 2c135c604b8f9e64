package zhiyin.network;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.lineage.Trace;
import zhiyin.model.RecordKind;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class NetworkStoreIT {

    private final RecordKind experience = new NetworkKinds().networkExperience();
    private final RecordKind areas = new NetworkKinds().area();
    private final Scene scene;
    private final NetworkStore store;

    NetworkStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new NetworkStore(scene.graph());
        scene.customers("ann", "bob");
    }

    @Test
    void givesTheTwelveNewestMonths() {
        scene.merge(experience,
                IntStream.range(0, 15).mapToObj(i -> month("m" + i, i, "ann")).toArray(MergeRow[]::new));

        assertThat(of("ann")).extracting(NetworkExperience::month).containsExactlyElementsOf(
                IntStream.range(0, 12).mapToObj(LocalDate.of(2026, 3, 1)::minusMonths).toList());
    }

    @Test
    void tellsTheLinesOfACustomerAsOne() {
        scene.merge(experience,
                month("line1", 0, "ann").with("drops", 2L).with("throughput", 10.0).with("outages", 1L)
                        .with("score", 80L),
                month("line2", 0, "ann").with("drops", 3L).with("throughput", 20.0).with("outages", 1L)
                        .with("score", 61L));

        assertThat(of("ann"))
                .containsExactly(new NetworkExperience(LocalDate.of(2025, 1, 1), 5, 15.0, null, 1, 71));
    }

    @Test
    void saysNothingOfWhatNobodyMeasured() {
        scene.merge(experience, month("line", 0, "ann"));

        assertThat(of("ann"))
                .containsExactly(new NetworkExperience(LocalDate.of(2025, 1, 1), null, null, null, null, null));
        assertThat(of("bob")).isEmpty();
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(experience, month("m", 1, "ann"));
        scene.merge(areas, area("taipei", scene.id("100")));
        List<String> once = scene.state();

        scene.merge(experience, month("m", 1, "ann"));
        scene.merge(areas, area("taipei", scene.id("100")));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesWithItsCustomer() {
        scene.merge(experience, month("m", 1, "ann"));

        scene.merge(experience, month("m", 1, "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("bob EXPERIENCED m");
        assertThat(of("ann")).isEmpty();
        assertThat(of("bob")).hasSize(1);
    }

    @Test
    void findsAreasByPostalCode() {
        scene.merge(areas, area("taipei", scene.id("100")), area("twin", scene.id("100")));

        assertThat(store.areasAt(List.of(scene.id("100"), scene.id("999")))).containsOnlyKeys(scene.id("100"))
                .containsValue(new Area(scene.id("taipei"), scene.id("100"), "臺北市", null, 159_000,
                        new Trace(null, null)));
    }

    private List<NetworkExperience> of(String customer) {
        return store.experienceOf(List.of(scene.id(customer))).getOrDefault(scene.id(customer), List.of());
    }

    private MergeRow month(String name, int month, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).with("month",
                LocalDate.of(2025, 1, 1).plusMonths(month));
    }

    private MergeRow area(String name, String postalCode) {
        return scene.row(name).with("postalCode", postalCode).with("province", "臺北市").with("population", 159_000L);
    }
}
