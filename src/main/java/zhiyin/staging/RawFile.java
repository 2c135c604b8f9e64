package zhiyin.staging;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

import static java.util.stream.Collectors.joining;

import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

import zhiyin.source.Column;
import zhiyin.source.Feed;
import zhiyin.source.Source;
import zhiyin.staging.CsvRows.CsvRow;

/**
 * Reads a file into the temporary tables {@code raw} (a text for each declared column, and the line) and {@code fault} (line,
 * field, reason, message). Rows that are whole go to raw, the others to fault.
 */
class RawFile {

    private static final int BATCH = 4_096;

    private final Staging staging;
    private final Source source;
    private final Feed feed;
    private final Normaliser normaliser;
    private final Faults faults;
    private final List<CsvRow> whole = new ArrayList<>(BATCH);
    private @Nullable FileHeader header;
    private @Nullable String unreadable;
    private boolean headerIsCut;
    private long rows;

    RawFile(Staging staging, Source source, Feed feed, Normaliser normaliser) {
        this.staging = staging;
        this.source = source;
        this.feed = feed;
        this.normaliser = normaliser;
        this.faults = new Faults(staging);
    }

    /**
     * What a file had.
     *
     * @param rows    rows, the header not counted; of an unreadable file those before the place
     * @param refused whether none of them could be taken, whatever they hold
     */
    record Content(long rows, boolean refused) {}

    /** Reads the file. */
    Content read(Path file) {
        staging.run("CREATE OR REPLACE TEMP TABLE raw (_line BIGINT, %s)".formatted(
                feed.columns().keySet().stream().map(column -> Sql.name(column) + " VARCHAR").collect(joining(", "))));
        staging.append("raw", raw -> {
            try {
                new CsvRows(file, feed).read(new Rows(raw));
                appendWhole(raw);
            } catch (EOFException | ZipException damaged) {
                unreadable = String.valueOf(damaged.getMessage());
            } catch (IOException failed) {
                throw new StagingException("Cannot read %s: %s".formatted(file, failed.getMessage()), failed);
            }
        });
        boolean refused = isRefused();
        faults.write();
        return new Content(rows, refused);
    }

    /** Notes the one fault of a file of which no row can be taken. */
    private boolean isRefused() {
        if (unreadable != null) {
            staging.run("DELETE FROM raw");
            faults.clear();
            faults.add(1, null, RejectReason.UNREADABLE,
                    "the file cannot be read to its end, so nothing of it is taken: " + unreadable);
            return true;
        }
        if (header != null && isHopeless(header)) {
            faults.add(header.line(), String.join("+", header.missing()), RejectReason.MISSING_COLUMN,
                    "the header has no column '%s': %d rows could not be taken"
                            .formatted(String.join("', '", header.missing()), rows));
            return true;
        }
        return headerIsCut;
    }

    private static boolean isHopeless(FileHeader header) {
        return !header.missing().isEmpty();
    }

    /** Sorts the rows of the file. */
    private final class Rows implements CsvRows.Reader {

        private final DuckDBAppender raw;

        Rows(DuckDBAppender raw) {
            this.raw = raw;
        }

        @Override
        public void row(CsvRow row) {
            if (header == null) {
                header = FileHeader.of(row, feed);
                return;
            }
            rows++;
            if (!isHopeless(header) && header.isWhole(row, feed.charset(), faults) && whole.add(row)
                    && whole.size() == BATCH) {
                appendWhole(raw);
            }
        }

        @Override
        public void truncated(CsvRow row) {
            headerIsCut = header == null;
            refuse(row.line(), RejectReason.TRUNCATED,
                    "the file ends in the middle of this row: it has no line break at its end");
        }

        @Override
        public void unclosed(long line) {
            refuse(line, RejectReason.UNCLOSED_QUOTE, "a quote is opened and not closed before the next");
        }

        private void refuse(long line, RejectReason reason, String message) {
            if (header != null) {
                rows++;
            }
            if (header == null || !isHopeless(header)) {
                faults.add(line, null, reason, message);
            }
        }
    }

    /** Normalising phones takes longer than all else here, so that all cores do it. */
    private void appendWhole(DuckDBAppender raw) {
        if (header != null) {
            FileHeader columns = header;
            whole.parallelStream().map(row -> new Taken(row.line(), values(row, columns))).toList()
                    .forEach(row -> append(row, raw));
        }
        whole.clear();
    }

    /** A row as it goes into the table: a value for each declared column. */
    private record Taken(long line, @Nullable String[] values) {}

    private @Nullable String[] values(CsvRow row, FileHeader header) {
        @Nullable
        String[] values = new @Nullable String[header.positions().length];
        int next = 0;
        for (Column column : feed.columns().values()) {
            int position = header.positions()[next];
            values[next] = position < 0 ? null : value(row, column, position, header.regions()[next]);
            next++;
        }
        return values;
    }

    private static void append(Taken row, DuckDBAppender raw) {
        try {
            raw.beginRow();
            raw.append(row.line());
            for (String value : row.values()) {
                raw.append(value);
            }
            raw.endRow();
        } catch (SQLException refused) {
            throw new StagingException("Staging refused line %d: %s".formatted(row.line(), refused.getMessage()),
                    refused);
        }
    }

    private String value(CsvRow row, Column column, int position, int region) {
        String value = row.values().get(position);
        if (!column.type().isNormalised() || value.isBlank()) {
            return value;
        }
        String place = region < 0 ? "" : row.values().get(region);
        return normaliser.normalised(column.type(), value, place.isBlank() ? source.region() : place);
    }
}
