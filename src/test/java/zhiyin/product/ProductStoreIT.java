package zhiyin.product;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.lineage.Trace;
import zhiyin.model.LocalizedText;
import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class ProductStoreIT {

    private final RecordKind offerings = new ProductKinds().productOffering();
    private final RecordKind products = new ProductKinds().product();
    private final RecordKind usage = new ProductKinds().usageSummary();
    private final Scene scene;
    private final ProductStore store;

    ProductStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new ProductStore(scene.graph());
        scene.customers("ann", "bob");
        scene.merge(offerings, offering("plan"), offering("big-plan"));
    }

    @Test
    void givesEveryProductOnceThoseInUseFirstThenTheNewest() {
        scene.merge(products, product("old", "ACTIVE", "ann").with("startDate", LocalDate.of(2019, 1, 1)),
                product("ended", "TERMINATED", "ann").with("startDate", LocalDate.of(2026, 1, 1)),
                product("undated", "TERMINATED", "ann"),
                product("new", "ACTIVE", "ann").with("startDate", LocalDate.of(2025, 1, 1)),
                product("twin", "ACTIVE", "ann").with("startDate", LocalDate.of(2025, 1, 1)),
                product("barred", "SUSPENDED", "ann").with("startDate", LocalDate.of(2026, 2, 1)));

        List<Connection<Product>> pages = scene.pages(1, page -> of("ann", page));

        assertThat(pages).allMatch(page -> page.totalCount() == 6);
        assertThat(pages.stream().flatMap(page -> page.nodes().stream()).map(Product::id)).containsExactly(
                scene.id("twin"), scene.id("new"), scene.id("old"), scene.id("barred"), scene.id("ended"),
                scene.id("undated"));
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(products, product("line", "ACTIVE", "ann"));
        scene.merge(usage, month("u1", "line", 1));
        List<String> once = scene.state();

        scene.merge(offerings, offering("plan"), offering("big-plan"));
        scene.merge(products, product("line", "ACTIVE", "ann"));
        scene.merge(usage, month("u1", "line", 1));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesWithItsCustomerAndKeepsItsOfferingAndUsage() {
        scene.merge(products, product("line", "ACTIVE", "ann"));
        scene.merge(usage, month("u1", "line", 1));

        scene.merge(products, product("line", "ACTIVE", "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("bob OWNS line", "line CONSUMED u1", "line INSTANCE_OF plan");
    }

    @Test
    void changesItsOfferingAndItsCustomerAtOnce() {
        scene.merge(products, product("line", "ACTIVE", "ann"));

        scene.merge(products, product("line", "ACTIVE", "ann").movedTo(scene.id("bob")).referring("offering",
                scene.id("big-plan")));

        assertThat(scene.links()).containsExactly("bob OWNS line", "line INSTANCE_OF big-plan");
    }

    @Test
    void isHeldEvenIfTheCatalogueDoesNotKnowItsOffering() {
        scene.merge(products, product("line", "ACTIVE", "ann"));

        scene.merge(products, product("line", "ACTIVE", "ann").referring("offering", scene.id("gone")));

        assertThat(scene.links()).containsExactly("ann OWNS line");
        assertThat(store.offerings(List.of(scene.id("gone")))).isEmpty();
    }

    @Test
    void findsOfferingsById() {
        assertThat(store.offerings(List.of(scene.id("plan")))).containsOnlyKeys(scene.id("plan"))
                .containsEntry(scene.id("plan"), new ProductOffering(scene.id("plan"), "plan",
                        new LocalizedText("大方案", "大方案", "Plan"), OfferingKind.PLAN,
                        ProductOffering.LifecycleStatus.LAUNCHED, null, null, null, 5000,
                        new Trace(null, null)));
    }

    @Test
    void givesTheTwelveNewestMonthsOfUsage() {
        scene.merge(products, product("line", "ACTIVE", "ann"), product("other", "ACTIVE", "ann"));
        scene.merge(usage,
                IntStream.range(0, 15).mapToObj(i -> month("u" + i, "line", i)).toArray(MergeRow[]::new));

        List<UsageSummary> months = store.usageOf(List.of(scene.id("line"), scene.id("other")))
                .getOrDefault(scene.id("line"), List.of());

        assertThat(months).extracting(UsageSummary::month).containsExactlyElementsOf(
                IntStream.range(0, 12).mapToObj(LocalDate.of(2026, 3, 1)::minusMonths).toList());
        assertThat(months.getFirst().dataMegabytes()).isEqualTo(14);
    }

    private Connection<Product> of(String customer, PageRequest page) {
        return store.productsOf(List.of(scene.id(customer)), page).values().iterator().next();
    }

    private MergeRow offering(String name) {
        return scene.row(name).with("code", name).with("nameZhHant", "大方案").with("nameZhHans", "大方案")
                .with("nameEn", "Plan").with("kind", "PLAN").with("lifecycleStatus", "LAUNCHED")
                .with("dataMegabytes", 5000L);
    }

    private MergeRow product(String name, String status, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).referring("offering", scene.id("plan"))
                .with("name", name).with("kind", "PLAN").with("status", status);
    }

    private MergeRow month(String name, String product, int month) {
        return scene.row(name).referring("product", scene.id(product))
                .with("month", LocalDate.of(2025, 1, 1).plusMonths(month)).with("dataMegabytes", (long) month);
    }
}
