package zhiyin.staging;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Some rows of a delivery, the others passed over.
 *
 * @param all   the delivery
 * @param lines lines that they begin on
 */
record ChosenRows(Rows all, Set<Long> lines) implements Rows {

    @Override
    public void read(Taker taker) throws IOException {
        all.read(new Taker() {

            @Override
            public void columns(long line, List<String> names) {
                taker.columns(line, names);
            }

            @Override
            public void row(long line, @Nullable String[] values) {
                if (lines.contains(line)) {
                    taker.row(line, values);
                }
            }

            @Override
            public void refused(long line, @Nullable String column, RejectReason reason, String message, Torn torn) {
                // what cannot be read was refused for that
            }

            @Override
            public void cut(long line, String message) {
                // what cannot be read was refused for that
            }
        });
    }
}
