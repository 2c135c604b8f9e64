package zhiyin.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** A file that has its name only when it is whole. */
final class ExtractFile implements AutoCloseable {

    private final Path whole;
    private final Path part;
    private final CsvWriter writer;
    private long rows;
    private boolean closed;

    ExtractFile(Path whole, String... header) {
        this.whole = whole;
        part = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.createDirectories(whole.toAbsolutePath().getParent());
            writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(1 << 16).build(part);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot write %s: make its folder writable".formatted(part), fault);
        }
        writer.writeRecord(header);
    }

    void write(String... cells) {
        writer.writeRecord(cells);
        rows++;
    }

    long rows() {
        return rows;
    }

    void publish() throws IOException {
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        // The writer itself cannot be closed twice.
        if (!closed) {
            closed = true;
            writer.close();
        }
    }
}
