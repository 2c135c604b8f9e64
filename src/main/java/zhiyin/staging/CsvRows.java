package zhiyin.staging;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import zhiyin.source.Feed;

/**
 * The rows of a CSV file with the lines that they begin on. A quote that is never closed would swallow all that follows: the
 * line that opens it is given up and reading goes on behind it.
 */
class CsvRows {

    private final Path file;
    private final Feed feed;
    private long nextLine;
    private @Nullable CsvRow last;
    private int lastCharacter;

    CsvRows(Path file, Feed feed) {
        this.file = file;
        this.feed = feed;
    }

    /**
     * A row of a file.
     *
     * @param line   line that it begins on, counted from 1
     * @param values its fields
     */
    record CsvRow(long line, List<String> values) {}

    /** What is done with what is found. */
    interface Reader {

        /** Takes a row; the header is the first. */
        void row(CsvRow row);

        /** Takes the last row when no line break ends it: more of it may have been to come. */
        void truncated(CsvRow row);

        /** Takes the number of a line that opens a quote and never closes it. */
        void unclosed(long line);
    }

    /** Hands over all rows. */
    void read(Reader reader) throws IOException {
        nextLine = 1;
        while (!readOn(reader)) {
            handOver(reader);
            reader.unclosed(nextLine);
            nextLine++;
        }
        if (last != null && lastCharacter != '\n' && lastCharacter != '\r') {
            reader.truncated(last);
        } else {
            handOver(reader);
        }
    }

    private void handOver(Reader reader) {
        if (last != null) {
            reader.row(last);
            last = null;
        }
    }

    /** Reads from {@link #nextLine} on. Answers whether the end was reached. */
    private boolean readOn(Reader reader) throws IOException {
        try (BufferedReader text = open(); CsvReader<CsvRecord> csv = reader(text)) {
            long skipped = nextLine - 1;
            for (CsvRecord read : csv) {
                long line = skipped + read.getStartingLineNumber();
                nextLine = line + 1 + read.getFields().stream().mapToLong(CsvRows::lineBreaks).sum();
                if (!isBlank(read)) {
                    handOver(reader);
                    last = new CsvRow(line, read.getFields());
                }
            }
            return true;
        } catch (CsvParseException unreadable) {
            return false;
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        BufferedReader text;
        try {
            text = new BufferedReader(new Watched(new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, feed.charset())), 1 << 16);
        } catch (IOException unreadable) {
            bytes.close();
            throw unreadable;
        }
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        for (long line = 1; line < nextLine; line++) {
            text.readLine();
        }
        return text;
    }

    private CsvReader<CsvRecord> reader(BufferedReader text) {
        return CsvReader.builder().fieldSeparator(feed.separator()).skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false).ofCsvRecord(text);
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

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isEmpty();
    }

    private static long lineBreaks(String value) {
        return value.chars().filter(character -> character == '\n').count();
    }
}
