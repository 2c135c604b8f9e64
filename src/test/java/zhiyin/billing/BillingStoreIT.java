package zhiyin.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import zhiyin.graph.MergeRow;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.lineage.Trace;
import zhiyin.model.Money;
import zhiyin.model.RecordKind;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class BillingStoreIT {

    private final RecordKind accounts = new BillingKinds().billingAccount();
    private final RecordKind bills = new BillingKinds().customerBill();
    private final Scene scene;
    private final BillingStore store;

    BillingStoreIT(Scene scene) {
        this.scene = scene;
        this.store = new BillingStore(scene.graph());
        scene.customers("ann", "bob");
        scene.merge(accounts, account("a1", "ann"), account("a2", "ann"));
    }

    @Test
    void givesBillsOfAllAccountsOnceNewestFirst() {
        // each account has a bill a month, so that the id decides between the two
        scene.merge(bills, IntStream.range(0, 7).mapToObj(i -> bill("bill" + i, i / 2, "a" + (i % 2 + 1), "ann"))
                .toArray(MergeRow[]::new));

        List<Connection<CustomerBill>> pages = scene.pages(3, page -> of("ann", page));

        assertThat(pages).allMatch(page -> page.totalCount() == 7);
        assertThat(pages.stream().flatMap(page -> page.nodes().stream()).map(CustomerBill::id)).containsExactly(
                scene.id("bill6"), scene.id("bill5"), scene.id("bill4"), scene.id("bill3"), scene.id("bill2"),
                scene.id("bill1"), scene.id("bill0"));
    }

    @Test
    void givesTheAccountsOfACustomer() {
        assertThat(store.accountsOf(List.of(scene.id("ann"), scene.id("bob")))).hasSize(2)
                .containsEntry(scene.id("bob"), List.of()).containsEntry(scene.id("ann"),
                        List.of(shownAccount("a1"), shownAccount("a2")));
    }

    @Test
    void mergesTheSameRowsTwiceIntoTheSameGraph() {
        scene.merge(bills, bill("bill", 1, "a1", "ann"));
        List<String> once = scene.state();

        scene.merge(accounts, account("a1", "ann"), account("a2", "ann"));
        scene.merge(bills, bill("bill", 1, "a1", "ann"));

        assertThat(scene.state()).isEqualTo(once);
    }

    @Test
    void movesAnAccountWithItsCustomer() {
        scene.merge(accounts, account("a1", "ann").movedTo(scene.id("bob")));

        assertThat(scene.links()).containsExactly("ann HAS_ACCOUNT a2", "bob HAS_ACCOUNT a1");
    }

    @Test
    void movesABillToAnotherAccount() {
        scene.merge(bills, bill("bill", 1, "a1", "ann"));

        scene.merge(bills, bill("bill", 1, "a2", "ann"));

        assertThat(scene.links()).containsExactly("a2 BILLED_BY bill", "ann HAS_ACCOUNT a1", "ann HAS_ACCOUNT a2");
    }

    private Connection<CustomerBill> of(String customer, PageRequest page) {
        return store.billsOf(List.of(scene.id(customer)), page).values().iterator().next();
    }

    private BillingAccount shownAccount(String name) {
        return new BillingAccount(scene.id(name), name, BillingAccount.State.ACTIVE, null,
                new Money(new BigDecimal("12.50"), "TWD"), null, new Trace(null, null));
    }

    private MergeRow account(String name, String customer) {
        return scene.row(name).ofCustomer(scene.id(customer)).with("accountNo", name).with("state", "ACTIVE")
                .with("balance", 12.5).with("currency", "TWD");
    }

    private MergeRow bill(String name, int month, String account, String customer) {
        LocalDate start = LocalDate.of(2026, 1, 1).plusMonths(month);
        return scene.row(name).ofCustomer(scene.id(customer)).referring("account", scene.id(account))
                .with("billNo", name).with("periodStart", start).with("periodEnd", start.plusMonths(1).minusDays(1))
                .with("amountDue", 649.0).with("remainingAmount", 0.0).with("currency", "TWD").with("state", "SETTLED");
    }
}
