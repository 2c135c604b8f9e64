package zhiyin.staging;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import zhiyin.source.Feed;

/**
 * The rows of a CSV file with the lines that they begin on. A quote that is never closed would swallow all that follows: the
 * line that opens it is given up and reading goes on behind it.
 */
class CsvRows implements Rows {

    /** What a field may take of memory before it is given up, in characters. */
    private static final int LONGEST_FIELD = 1 << 24;

    private static final int LONGEST_SEPARATOR_LINE = 8;

    private final TextFile file;
    private final Feed feed;
    private final CsvFields fields;
    private boolean hasHeader;
    private boolean lastIsHeader;
    private boolean isTooLarge;
    private char separator;
    private long nextLine;
    private @Nullable CsvRow last;
    private int lastCharacter;

    CsvRows(TextFile file, Feed feed, Texts texts) {
        this.file = file;
        this.feed = feed;
        this.separator = feed.layout().separator();
        this.fields = new CsvFields(List.copyOf(feed.columns().keySet()), texts);
    }

    @Override
    public void read(Taker taker) throws IOException {
        nextLine = 1;
        while (!readOn(taker)) {
            handOver(taker);
            refuseNext(taker);
        }
        if (last == null || lastCharacter == '\n' || lastCharacter == '\r') {
            handOver(taker);
        } else if (lastIsHeader) {
            taker.cut(last.line(), "the file ends in its header: it has no line break at its end");
        } else {
            taker.refused(last.line(), null, RejectReason.TRUNCATED,
                    "the file ends in the middle of this row: it has no line break at its end", last.torn());
        }
    }

    /** Gives the line up at which reading broke, so that it goes on behind it. */
    private void refuseNext(Taker taker) throws IOException {
        String lost = nextLine();
        nextLine++;
        if (isTooLarge) {
            taker.refused(nextLine - 1, null, RejectReason.TOO_LARGE,
                    "a field has more than %,d characters, or a quote is opened and never closed"
                            .formatted(LONGEST_FIELD),
                    Torn.NOTHING);
        } else {
            taker.refused(nextLine - 1, null, RejectReason.UNCLOSED_QUOTE,
                    "a quote is opened and not closed before the next", Torn.ofText(lost));
        }
    }

    private String nextLine() throws IOException {
        try (BufferedReader text = new BufferedReader(file.open(), 1 << 16)) {
            TextFile.skipMark(text);
            TextFile.skipLines(text, nextLine - 1);
            Lines lines = new Lines(text, Torn.LONGEST + 1);
            return lines.next() ? lines.text().replace("\r", "") : "";
        }
    }

    private void handOver(Taker taker) {
        CsvRow row = last;
        last = null;
        if (row == null) {
            return;
        }
        CsvRow.Fault fault = row.fault();
        if (lastIsHeader) {
            lastIsHeader = false;
            taker.columns(row.line(), CsvHeader.names(row.values()));
        } else if (fault == null) {
            taker.row(row.line(), row.values());
        } else {
            taker.refused(row.line(), fault.column(), fault.reason(), fault.message(), row.torn());
        }
    }

    /** Reads from {@link #nextLine} on. Answers whether the end was reached. */
    private boolean readOn(Taker taker) throws IOException {
        try (BufferedReader text = open(); CsvReader<CsvRow> csv = reader(text)) {
            long skipped = nextLine - 1;
            for (CsvRow read : csv) {
                nextLine = skipped + read.line() + 1 + read.breaks();
                if (!fields.wasBlank()) {
                    handOver(taker);
                    keep(skipped == 0 ? read : read.below(skipped));
                }
            }
            return true;
        } catch (CsvParseException unreadable) {
            isTooLarge = String.valueOf(unreadable.getMessage()).contains("maximum buffer size");
            return false;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** The first row is the header; the rows behind it are read by it. */
    private void keep(CsvRow row) {
        last = row;
        if (!hasHeader) {
            hasHeader = true;
            lastIsHeader = true;
            fields.follow(CsvHeader.of(row.values(), List.copyOf(feed.columns().keySet())));
        }
    }

    private BufferedReader open() throws IOException {
        BufferedReader text = new BufferedReader(new Watched(file.open()), 1 << 16);
        TextFile.skipMark(text);
        if (nextLine == 1) {
            readSeparator(text);
        } else {
            TextFile.skipLines(text, nextLine - 1);
        }
        return text;
    }

    /** Spreadsheets of some countries write a first line {@code sep=;} for others of their kind. */
    private void readSeparator(BufferedReader text) throws IOException {
        text.mark(LONGEST_SEPARATOR_LINE);
        char[] begin = new char[5];
        int count = text.read(begin);
        String line = count < 5 ? "" : new String(begin);
        text.reset();
        if (line.startsWith("sep=")) {
            separator = line.charAt(4);
            TextFile.skipLines(text, 1);
            nextLine = 2;
        }
    }

    private CsvReader<CsvRow> reader(BufferedReader text) {
        return CsvReader.builder().fieldSeparator(separator).quoteCharacter(feed.layout().quotes())
                .skipEmptyLines(false).maxBufferSize(LONGEST_FIELD)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false).build(fields, text);
    }

    /** Remembers the last character that went by. */
    private final class Watched extends FilterReader {

        Watched(java.io.Reader text) {
            super(text);
        }

        @Override
        public int read(char[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            if (count > 0) {
                lastCharacter = into[from + count - 1];
            }
            return count;
        }
    }
}
