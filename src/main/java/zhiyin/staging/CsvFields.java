package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;

/** Makes rows out of fields, looking at each character once and making texts of declared columns alone. */
class CsvFields extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private final List<String> declared;
    private final Texts texts;
    private final List<String> headerFields = new ArrayList<>();
    private @Nullable CsvHeader header;
    private @Nullable String[] values = {};
    private CsvRow.@Nullable Fault fault;
    private final StringBuilder beyond = new StringBuilder();
    private int width;
    private long breaks;
    private boolean blank;

    CsvFields(List<String> declared, Texts texts) {
        this.declared = declared;
        this.texts = texts;
    }

    /** Says what the columns are, from the next row on. */
    void follow(CsvHeader found) {
        header = found;
    }

    @Override
    protected void handleBegin(long line) {
        values = new @Nullable String[declared.size()];
        headerFields.clear();
        fault = null;
        beyond.setLength(0);
        width = 0;
        breaks = 0;
        blank = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        width = index + 1;
        blank &= length == 0 && index == 0;
        if (quoted) {
            countBreaks(buffer, offset, length);
        }
        boolean isText = isTextOfSpreadsheet(buffer, offset, length);
        int from = isText ? offset + 2 : offset;
        int size = isText ? length - 3 : length;
        if (header == null) {
            headerFields.add(new String(buffer, from, size));
        } else {
            take(header, index, buffer, from, size);
        }
    }

    /** Spreadsheets write {@code ="00123"} so that nobody takes the text for a number. */
    private static boolean isTextOfSpreadsheet(char[] buffer, int offset, int length) {
        return length >= 3 && buffer[offset] == '=' && buffer[offset + 1] == '"' && buffer[offset + length - 1] == '"';
    }

    private void take(CsvHeader columns, int index, char[] buffer, int from, int size) {
        Texts.Wrong wrong = texts.wrongIn(buffer, from, size);
        if (index >= columns.names().size()) {
            takeBeyond(size > 0, wrong == null ? new String(buffer, from, size) : "");
        } else if (wrong != null) {
            fault = fault == null
                    ? new CsvRow.Fault(columns.names().get(index), wrong.reason(), wrong.message())
                    : fault;
        } else if (size > 0 && columns.positions()[index] >= 0) {
            values[columns.positions()[index]] = new String(buffer, from, size);
        }
    }

    private void takeBeyond(boolean isValue, String text) {
        if (isValue && fault == null) {
            fault = new CsvRow.Fault(null, RejectReason.EXTRA_COLUMN, "a value behind the last column of the header");
        }
        if (!text.isEmpty() && beyond.length() + text.length() < Rows.Torn.LONGEST) {
            beyond.append(beyond.isEmpty() ? "" : "; ").append(text);
        }
    }

    private void countBreaks(char[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                breaks++;
            }
        }
    }

    /** The row; with one empty field for a line that is blank. */
    @Override
    protected @Nullable CsvRow buildRecord() {
        if (header == null) {
            return new CsvRow(getStartingLineNumber(), breaks, headerFields.toArray(String[]::new), null, null);
        }
        CsvRow.Fault tooNarrowOrWide = blank ? null : header.widthFault(width);
        return new CsvRow(getStartingLineNumber(), breaks, values, tooNarrowOrWide == null ? fault : tooNarrowOrWide,
                beyond.isEmpty() ? null : beyond.toString());
    }

    /** Whether the row last built was a blank line. */
    boolean wasBlank() {
        return blank;
    }
}
