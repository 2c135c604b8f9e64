package zhiyin.staging;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

import static java.util.stream.Collectors.joining;

import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;
import zhiyin.source.Source;

/**
 * Reads a delivery into the temporary tables {@code raw} (a text for each declared column, and the line) and {@code fault}
 * (line, field, reason, message). Rows that are whole go to raw, the others to fault, and what there is of them to {@code torn}.
 */
class RawRows {

    private static final int BATCH = 4_096;

    private final Staging staging;
    private final Feed feed;
    private final RawValues values;
    private final Faults faults;
    private final TornRows torn;
    private final List<Row> waiting = new ArrayList<>(BATCH);
    private @Nullable FoundColumns columns;
    private FoundColumns.@Nullable Refusal refusal;
    private @Nullable String unreadable;
    private boolean isCut;
    private long rows;

    RawRows(Staging staging, Source source, Feed feed, Normaliser normaliser, int kept) {
        this.staging = staging;
        this.feed = feed;
        this.values = new RawValues(source, feed, normaliser);
        this.faults = new Faults(staging);
        staging.run("CREATE OR REPLACE TEMP TABLE raw (_line BIGINT, %s)".formatted(
                feed.columns().keySet().stream().map(column -> Sql.name(column) + " VARCHAR").collect(joining(", "))));
        this.torn = new TornRows(staging, feed, values, kept);
    }

    /**
     * What a delivery had.
     *
     * @param rows    rows, the header not counted; of an unreadable file those before the place
     * @param refused whether none of them could be taken, whatever they hold
     * @param notices what people ought to know of it
     */
    record Content(long rows, boolean refused, List<Notice> notices) {}

    private record Row(long line, @Nullable String[] values) {}

    /** Reads a delivery. */
    Content read(Rows delivery, String name) {
        staging.append("raw", raw -> {
            try {
                delivery.read(new Taker(raw));
                appendWaiting(raw);
            } catch (EOFException | ZipException | UnreadableException damaged) {
                unreadable = damaged.getMessage() == null ? "it ends too early" : damaged.getMessage();
            } catch (IOException failed) {
                throw new StagingException("Cannot read %s: %s".formatted(name, failed.getMessage()), failed);
            }
        });
        boolean refused = isRefused();
        faults.write();
        torn.write();
        return new Content(rows, refused, refused || columns == null ? List.of() : columns.notices());
    }

    /** Notes the one fault of a delivery of which no row can be taken. */
    private boolean isRefused() {
        if (unreadable != null) {
            refuse(1, null, RejectReason.UNREADABLE,
                    "the file cannot be read to its end, so nothing of it is taken: " + unreadable);
            return true;
        }
        if (refusal != null && columns != null) {
            refuse(columns.line(), refusal.columns(), refusal.reason(),
                    "%s: %d rows could not be taken".formatted(refusal.message(), rows));
            return true;
        }
        return isCut;
    }

    private void refuse(long line, @Nullable String column, RejectReason reason, String message) {
        staging.run("DELETE FROM raw");
        faults.clear();
        torn.clear();
        faults.add(line, column, reason, message);
    }

    /** Sorts the rows of a delivery. */
    private final class Taker implements Rows.Taker {

        private final DuckDBAppender raw;

        Taker(DuckDBAppender raw) {
            this.raw = raw;
        }

        @Override
        public void columns(long line, List<String> names) {
            columns = FoundColumns.of(line, names, feed);
            refusal = columns.refusal().orElse(null);
        }

        @Override
        public void row(long line, @Nullable String[] texts) {
            rows++;
            if (refusal != null) {
                return;
            }
            if (values.areNormalised()) {
                wait(new Row(line, texts));
            } else {
                values.fill(texts);
                append(line, texts, raw);
            }
        }

        private void wait(Row row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                appendWaiting(raw);
            }
        }

        @Override
        public void refused(long line, @Nullable String column, RejectReason reason, String message,
                Rows.Torn left) {
            rows++;
            if (refusal == null) {
                faults.add(line, column, reason, message);
                torn.add(line, left);
            }
        }

        @Override
        public void cut(long line, String message) {
            isCut = true;
            faults.add(line, null, RejectReason.TRUNCATED, message);
        }
    }

    /** Normalising phones takes longer than all else here, so that all cores do it. */
    private void appendWaiting(DuckDBAppender raw) {
        waiting.parallelStream().forEach(row -> values.fill(row.values()));
        waiting.forEach(row -> append(row.line(), row.values(), raw));
        waiting.clear();
    }

    static void append(long line, @Nullable String[] texts, DuckDBAppender raw) {
        try {
            raw.beginRow();
            raw.append(line);
            for (String text : texts) {
                raw.append(text);
            }
            raw.endRow();
        } catch (SQLException refused) {
            throw new StagingException("Staging refused line %d: %s".formatted(line, refused.getMessage()), refused);
        }
    }
}
