package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Corrected rows, which come without the rest of their file.
 *
 * @param delivery the rows
 */
record KeptRows(Delivery.Corrected delivery) implements Rows {

    @Override
    public void read(Taker taker) {
        List<String> columns = List.copyOf(delivery.feed().columns().keySet());
        taker.columns(1, columns);
        for (Corrections.Waiting row : delivery.rows()) {
            List<@Nullable String> values = new ArrayList<>();
            columns.forEach(column -> values.add(row.values().get(column)));
            taker.row(row.line(), values.toArray(new @Nullable String[0]));
        }
    }
}
