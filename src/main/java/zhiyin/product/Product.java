package zhiyin.product;

import java.time.LocalDate;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.model.Money;
import zhiyin.relay.Cursor;
import zhiyin.relay.Entity;

record Product(String id, @Nullable String offeringId, String name, OfferingKind kind, Status status,
        @Nullable String serialNumber, @Nullable LocalDate startDate, @Nullable LocalDate terminationDate,
        @Nullable Money monthlyPrice, @Nullable OffsetDateTime closedAt, Trace trace) implements Entity, Traced {

    enum Status {
        PENDING_ACTIVE, ACTIVE, SUSPENDED, TERMINATED
    }

    static Product of(Row product) {
        return new Product(product.text("id"), product.optionalText("offeringId"), product.text("name"),
                product.code("kind", OfferingKind.class), product.code("status", Status.class),
                product.optionalText("serialNumber"), product.optionalDate("startDate"),
                product.optionalDate("terminationDate"), product.optionalMoney("monthlyPrice"),
                product.optionalInstant("closedAt"), Trace.of(product));
    }

    /** The sort keys of {@code PRODUCTS_OF}: in use or not, start, id. */
    Cursor position() {
        return Cursor.at("products", status == Status.ACTIVE ? "0" : "1",
                startDate == null ? "" : startDate.toString(), id);
    }
}
