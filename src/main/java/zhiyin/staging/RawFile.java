package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    private static final char REPLACEMENT = '\uFFFD';
    private static final int BATCH = 4_096;

    private final Staging staging;
    private final Source source;
    private final Feed feed;
    private final Normaliser normaliser;
    private final List<Fault> faults = new ArrayList<>();
    private final List<CsvRow> whole = new ArrayList<>(BATCH);
    private @Nullable Header header;
    private long rows;

    RawFile(Staging staging, Source source, Feed feed, Normaliser normaliser) {
        this.staging = staging;
        this.source = source;
        this.feed = feed;
        this.normaliser = normaliser;
    }

    /** Where the declared columns are in this file, and how wide its rows must be. */
    private record Header(int width, List<String> names, int[] positions, int[] regions) {}

    private record Fault(long line, @Nullable String field, RejectReason reason, String message) {}

    /** Reads the file. Answers how many rows it has, the header not counted. */
    long read(Path file) {
        staging.run("CREATE OR REPLACE TEMP TABLE raw (_line BIGINT, %s)".formatted(
                feed.columns().keySet().stream().map(column -> Sql.name(column) + " VARCHAR").collect(joining(", "))));
        staging.run("CREATE OR REPLACE TEMP TABLE fault (line BIGINT, field VARCHAR, reason VARCHAR, message VARCHAR)");
        staging.append("raw", raw -> {
            try {
                new CsvRows(file, feed).read(row -> accept(row, raw), this::unclosed);
                appendWhole(raw);
            } catch (IOException unreadable) {
                throw new StagingException("Cannot read %s: %s".formatted(file, unreadable.getMessage()), unreadable);
            }
        });
        staging.append("fault", this::writeFaults);
        return rows;
    }

    private void accept(CsvRow row, DuckDBAppender raw) {
        if (header == null) {
            header = header(row);
            return;
        }
        rows++;
        if (isWhole(row, header) && whole.add(row) && whole.size() == BATCH) {
            appendWhole(raw);
        }
    }

    /** Normalising phones takes longer than all else here, so that all cores do it. */
    private void appendWhole(DuckDBAppender raw) {
        if (header != null) {
            Header columns = header;
            whole.parallelStream().map(row -> new Taken(row.line(), values(row, columns))).toList()
                    .forEach(row -> append(row, raw));
        }
        whole.clear();
    }

    /** A row as it goes into the table: a value for each declared column. */
    private record Taken(long line, @Nullable String[] values) {}

    private Header header(CsvRow row) {
        List<String> names = row.values().stream().map(String::strip).toList();
        List<String> declared = List.copyOf(feed.columns().keySet());
        declared.stream().filter(column -> !names.contains(column) && feed.column(column).required()).forEach(
                column -> faults.add(new Fault(row.line(), column, RejectReason.MISSING_COLUMN,
                        "the header has no column '%s': no row of the file can be taken".formatted(column))));
        return new Header(names.size(), names, declared.stream().mapToInt(names::indexOf).toArray(),
                declared.stream().mapToInt(column -> regionOf(column, names)).toArray());
    }

    private int regionOf(String column, List<String> names) {
        String region = feed.column(column).region();
        return region == null ? -1 : names.indexOf(region);
    }

    private boolean isWhole(CsvRow row, Header header) {
        if (row.values().size() < header.width()) {
            return refuse(row, header.names().get(row.values().size()), RejectReason.MISSING_COLUMN, header);
        }
        if (row.values().size() > header.width()) {
            return refuse(row, null, RejectReason.EXTRA_COLUMN, header);
        }
        for (int i = 0; i < header.width(); i++) {
            if (row.values().get(i).indexOf(REPLACEMENT) >= 0) {
                faults.add(new Fault(row.line(), header.names().get(i), RejectReason.ENCODING,
                        "bytes that %s does not have".formatted(feed.charset())));
                return false;
            }
        }
        return true;
    }

    private boolean refuse(CsvRow row, @Nullable String field, RejectReason reason, Header header) {
        faults.add(
                new Fault(row.line(), field, reason, "%d fields where the header has %d".formatted(row.values().size(),
                        header.width())));
        return false;
    }

    private void unclosed(long line) {
        if (header != null) {
            rows++;
        }
        faults.add(
                new Fault(line, null, RejectReason.UNCLOSED_QUOTE, "a quote is opened and not closed before the next"));
    }

    private @Nullable String[] values(CsvRow row, Header header) {
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

    private void writeFaults(DuckDBAppender table) throws SQLException {
        for (Fault fault : faults) {
            table.beginRow();
            table.append(fault.line()).append(fault.field()).append(fault.reason().name()).append(fault.message());
            table.endRow();
        }
    }
}
