package zhiyin.staging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

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

    /** Hands over every row, the header first, and the number of each line that opens a quote and never closes it. */
    void read(Consumer<CsvRow> row, LongConsumer unclosed) throws IOException {
        nextLine = 1;
        while (!readOn(row)) {
            unclosed.accept(nextLine);
            nextLine++;
        }
    }

    /** Reads from {@link #nextLine} on. Answers whether the end was reached. */
    private boolean readOn(Consumer<CsvRow> row) throws IOException {
        try (BufferedReader text = open(); CsvReader<CsvRecord> csv = reader(text)) {
            long skipped = nextLine - 1;
            for (CsvRecord read : csv) {
                long line = skipped + read.getStartingLineNumber();
                nextLine = line + 1 + read.getFields().stream().mapToLong(CsvRows::lineBreaks).sum();
                if (!isBlank(read)) {
                    row.accept(new CsvRow(line, read.getFields()));
                }
            }
            return true;
        } catch (CsvParseException unreadable) {
            return false;
        }
    }

    private BufferedReader open() throws IOException {
        InputStream bytes = Files.newInputStream(file);
        BufferedReader text = new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, feed.charset()), 1 << 16);
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

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isEmpty();
    }

    private static long lineBreaks(String value) {
        return value.chars().filter(character -> character == '\n').count();
    }
}
