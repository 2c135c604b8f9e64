package zhiyin.staging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import zhiyin.source.ColumnType;
import zhiyin.source.Feed;

/** What there is of rows that could not be read: goes to the temporary table {@code torn}, which has the columns of {@code raw}. */
class TornRows {

    private static final int BATCH = 1_000;

    private final Staging staging;
    private final RawValues values;
    private final int width;
    private final int most;
    private final boolean keepsText;
    private final List<Torn> waiting = new ArrayList<>();
    private int count;

    /**
     * Torn rows of a delivery.
     *
     * @param most how many are kept
     */
    TornRows(Staging staging, Feed feed, RawValues values, int most) {
        this.staging = staging;
        this.values = values;
        this.width = feed.columns().size();
        this.most = most;
        // of numbers of identity documents nothing but the hash may be kept, and a text may hold one
        this.keepsText = feed.columns().values().stream().noneMatch(column -> column.type() == ColumnType.IDENTIFIER);
        staging.run("CREATE OR REPLACE TEMP TABLE torn AS SELECT *, CAST(NULL AS VARCHAR) AS _text FROM raw");
    }

    private record Torn(long line, @Nullable String[] values, @Nullable String text) {}

    void add(long line, Rows.Torn torn) {
        if (count >= most || torn.values().length == 0 && torn.text() == null) {
            return;
        }
        count++;
        @Nullable
        String[] texts = torn.values().length == 0 ? new @Nullable String[width] : torn.values();
        values.fill(texts);
        waiting.add(new Torn(line, texts, keepsText ? torn.text() : null));
        if (waiting.size() == BATCH) {
            write();
        }
    }

    /** Forgets them: the delivery is refused as a whole. */
    void clear() {
        waiting.clear();
        staging.run("DELETE FROM torn");
    }

    /** Writes what still waits. */
    void write() {
        staging.append("torn", this::write);
        waiting.clear();
    }

    private void write(DuckDBAppender table) throws SQLException {
        for (Torn torn : waiting) {
            table.beginRow();
            table.append(torn.line());
            for (String text : torn.values()) {
                table.append(text);
            }
            table.append(torn.text());
            table.endRow();
        }
    }
}
