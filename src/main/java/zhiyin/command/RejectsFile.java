package zhiyin.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import zhiyin.reject.SpreadsheetText;

/**
 * A downloaded file of refused rows.
 *
 * @param columns names of the cells behind what is told of each row
 * @param rows    rows whose values are kept, by their id
 */
record RejectsFile(List<String> columns, Map<String, Line> rows) {

    private static final int FIRST = 10;
    private static final int FEED = 3;
    private static final int FILE = 4;
    private static final int LINE = 5;
    private static final int FIELD = 6;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,40}(\\.\\d{1,40})?([eE][+-]?\\d{1,2})?");

    /**
     * A row.
     *
     * @param place  file and line that it came from
     * @param fields fields at fault; empty when the whole row is
     * @param cells  its texts by column
     */
    record Line(String place, List<String> fields, Map<String, String> cells) {

        private Map<String, String> changesOf(Line now, boolean allColumns) {
            Map<String, String> values = new LinkedHashMap<>();
            cells.forEach((column, text) -> {
                if ((allColumns || now.isAskedFor(column)) && !isSame(now.cells().get(column), text)) {
                    values.put(column, text);
                }
            });
            return values;
        }

        /** Whether a column is at fault; where the row is, or a check that is no column, any is. */
        private boolean isAskedFor(String column) {
            return fields.isEmpty() || fields.contains(column) || !cells.keySet().containsAll(fields);
        }
    }

    /**
     * What was changed in a row.
     *
     * @param row    its id
     * @param place  file and line that it came from
     * @param values new texts by column
     */
    record Changed(String row, String place, Map<String, String> values) {}

    static RejectsFile read(InputStream bytes, Charset encoding) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, encoding), LONGEST_HEADER);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text)) {
            return read(csv);
        } catch (CsvParseException | UncheckedIOException broken) {
            throw new IOException("The file cannot be read as CSV: " + broken.getMessage(), broken);
        }
    }

    /** Spreadsheets of some countries write semicolons, or tabs. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        String header = text.readLine();
        text.reset();
        for (char separator : new char[]{',', ';', '\t'}) {
            if (header != null && header.replace("\"", "").startsWith("row" + separator + "status")) {
                return separator;
            }
        }
        throw new IOException(
                "The file has not the header of 'rejects download': it begins with 'row,status,source,feed'.");
    }

    private static RejectsFile read(Iterable<CsvRecord> csv) {
        List<String> columns = new ArrayList<>();
        Map<String, Line> rows = new LinkedHashMap<>();
        boolean isHeader = true;
        for (CsvRecord line : csv) {
            if (isHeader) {
                columns.addAll(line.getFields().subList(Math.min(FIRST, line.getFieldCount()), line.getFieldCount()));
                isHeader = false;
            } else if (line.getFieldCount() >= FIRST && !line.getField(0).isBlank()) {
                rows.put(line.getField(0), line(line, columns));
            }
        }
        return new RejectsFile(columns, rows);
    }

    private static Line line(CsvRecord line, List<String> columns) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = FIRST; i < Math.min(line.getFieldCount(), FIRST + columns.size()); i++) {
            cells.put(columns.get(i - FIRST), SpreadsheetText.read(line.getField(i)));
        }
        String fields = SpreadsheetText.read(line.getField(FIELD));
        return new Line("%s line %s (%s)".formatted(SpreadsheetText.read(line.getField(FILE)), line.getField(LINE),
                line.getField(FEED)), fields.isBlank() ? List.of() : List.of(fields.split("; |[+]")), cells);
    }

    /** How many rows of this file the one as it is now does not have. */
    long strangersTo(RejectsFile known) {
        return rows.keySet().stream().filter(row -> !known.rows().containsKey(row)).count();
    }

    /** The cells of this file that are otherwise than in the one as it is now; rows that are not there are passed over. */
    List<Changed> changesOf(RejectsFile known, boolean allColumns) {
        List<Changed> changes = new ArrayList<>();
        rows.forEach((id, line) -> {
            Line now = known.rows().get(id);
            Map<String, String> values = now == null ? Map.of() : line.changesOf(now, allColumns);
            if (!values.isEmpty()) {
                changes.add(new Changed(id, line.place(), values));
            }
        });
        return changes;
    }

    /** Spreadsheets write numbers in their own way: 00123 as 123, 1.50 as 1.5. */
    private static boolean isSame(@Nullable String known, String text) {
        if (known == null || known.equals(text)) {
            return true;
        }
        return NUMBER.matcher(known).matches() && NUMBER.matcher(text).matches()
                && new BigDecimal(known).compareTo(new BigDecimal(text)) == 0;
    }
}
