package zhiyin.billing;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.model.Money;
import zhiyin.relay.Cursor;
import zhiyin.relay.Entity;

record CustomerBill(String id, String billNo, LocalDate periodStart, LocalDate periodEnd, Money amountDue,
        Money remainingAmount, @Nullable LocalDate dueDate, State state,
        @Nullable OffsetDateTime closedAt, Trace trace) implements Entity, Traced {

    enum State {
        NEW, SENT, PARTIALLY_PAID, SETTLED, ON_HOLD
    }

    static CustomerBill of(Row bill) {
        return new CustomerBill(bill.text("id"), bill.text("billNo"), bill.date("periodStart"), bill.date("periodEnd"),
                bill.money("amountDue"), bill.money("remainingAmount"), bill.optionalDate("dueDate"),
                bill.code("state", State.class), bill.optionalInstant("closedAt"), Trace.of(bill));
    }

    Cursor position() {
        return Cursor.at("bills", periodEnd.toString(), id);
    }
}
