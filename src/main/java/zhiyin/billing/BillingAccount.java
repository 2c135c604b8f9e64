package zhiyin.billing;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.model.Money;
import zhiyin.relay.Entity;

record BillingAccount(String id, String accountNo, State state, @Nullable PaymentStatus paymentStatus,
        @Nullable Money balance, @Nullable OffsetDateTime closedAt, Trace trace) implements Entity, Traced {

    enum State {
        ACTIVE, SUSPENDED, CLOSED
    }

    enum PaymentStatus {
        IN_GOOD_STANDING, OVERDUE, IN_COLLECTION
    }

    static BillingAccount of(Row account) {
        return new BillingAccount(account.text("id"), account.text("accountNo"), account.code("state", State.class),
                account.optionalCode("paymentStatus", PaymentStatus.class), account.optionalMoney("balance"),
                account.optionalInstant("closedAt"), Trace.of(account));
    }
}
