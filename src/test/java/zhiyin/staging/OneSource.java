package zhiyin.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import zhiyin.model.RecordKind;
import zhiyin.source.SourceCatalog;

/** A staging of its own with the source {@code crm}, which a test declares. */
class OneSource implements AutoCloseable {

    private static final int LONGEST_VALUE = 1_000;

    final Path input;
    final SourceCatalog catalog;
    final Staging staging;
    final Landing landing;
    final Vanished vanished;

    /**
     * A staging.
     *
     * @param folder   where it may write
     * @param source   the declaration
     * @param kinds    the kinds of record that it fills
     * @param refusals what is done about rows that are refused
     * @param origins  numbers what is taken over
     */
    OneSource(Path folder, String source, List<RecordKind> kinds, Refusals refusals, Origins origins) {
        try {
            Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("crm.yaml"), source);
            input = Files.createDirectories(folder.resolve("input"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        catalog = SourceCatalog.read(folder.resolve("sources"), kinds);
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        landing = new Landing(staging, catalog, kinds, new Normaliser("a key".getBytes(StandardCharsets.UTF_8)), input,
                LONGEST_VALUE, refusals, origins);
        vanished = new Vanished(staging, catalog, landing, origins);
    }

    /** Delivers a file, in place of the one before. */
    void write(String file, String... lines) throws IOException {
        Files.writeString(input.resolve(file), String.join("\n", lines) + "\n");
    }

    @Override
    public void close() {
        staging.close();
    }
}
