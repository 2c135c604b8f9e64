package zhiyin.reject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import de.siegmar.fastcsv.writer.CsvWriter;

import static java.util.stream.Collectors.joining;

/**
 * Writes refused rows for spreadsheets: a line for each row, with all rules that it broke, and behind that a cell for each column
 * of the feeds. Holds one row at a time; the rules that it broke follow each other.
 */
class RejectsCsv {

    /** What is told of each row before its cells, in this order. */
    static final List<String> FIRST = List.of("row", "status", "source", "feed", "file", "line", "field", "reason",
            "message", "text");

    private static final String BETWEEN = "; ";

    private final CsvWriter csv;
    private final Disclosure disclosure;
    private final Set<String> columns;
    private final List<RejectRow> ofOneRow = new ArrayList<>();

    RejectsCsv(CsvWriter csv, Disclosure disclosure, List<String> feeds) {
        this.csv = csv;
        this.disclosure = disclosure;
        this.columns = new LinkedHashSet<>();
        feeds.stream().map(feed -> feed.split("[.]", 2))
                .forEach(feed -> columns.addAll(disclosure.columnNames(feed[0], feed[1])));
        List<String> header = new ArrayList<>(FIRST);
        header.addAll(columns);
        csv.writeRecord(header);
    }

    void add(RejectRow reject) {
        if (!ofOneRow.isEmpty() && !isOfSameRow(ofOneRow.getLast(), reject)) {
            writeRow();
        }
        ofOneRow.add(reject);
    }

    private static boolean isOfSameRow(RejectRow one, RejectRow other) {
        return one.line() == other.line() && one.file().equals(other.file()) && one.feed().equals(other.feed())
                && one.source().equals(other.source());
    }

    /** Writes what still waits. */
    void end() {
        if (!ofOneRow.isEmpty()) {
            writeRow();
        }
    }

    private void writeRow() {
        RejectRow first = ofOneRow.getFirst();
        RefusedRow row = first.row() == null ? null : disclosure.shown(first.row());
        List<String> cells = new ArrayList<>(List.of(row == null ? "" : row.id(),
                row == null ? RejectStatus.OPEN.name() : row.status().name(), first.source(), first.feed(),
                first.file(), Long.toString(first.line()),
                joined(ofOneRow.stream().map(RejectRow::field).filter(Objects::nonNull).map(String::valueOf).toList()),
                joined(ofOneRow.stream().map(reject -> reject.reason().name()).toList()),
                joined(ofOneRow.stream().map(RejectRow::message).toList()),
                row == null || row.text() == null ? "" : row.text()));
        columns.forEach(column -> cells.add(row == null ? "" : textOf(column, row)));
        csv.writeRecord(cells.stream().map(SpreadsheetText::written).toList());
        ofOneRow.clear();
    }

    private static String joined(List<String> texts) {
        return texts.stream().distinct().collect(joining(BETWEEN));
    }

    private static String textOf(String column, RefusedRow row) {
        return row.cells().stream().filter(cell -> cell.column().equals(column)).map(RejectCell::corrected)
                .filter(Objects::nonNull).map(String::valueOf).findFirst().orElse("");
    }
}
