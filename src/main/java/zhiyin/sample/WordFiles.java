package zhiyin.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what lies in {@code etl/sample}. */
final class WordFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    private final Path folder;

    WordFiles(Path folder) {
        this.folder = folder;
    }

    <T> T yaml(String name, Class<T> type) {
        try {
            return YAML.readValue(folder.resolve(name).toFile(), type);
        } catch (JacksonException fault) {
            throw new IllegalArgumentException("Cannot use %s: %s; mend the file".formatted(folder.resolve(name),
                    fault.getOriginalMessage()), fault);
        }
    }

    <T> List<T> csv(String name, Function<NamedCsvRecord, T> read) {
        if (!Files.isReadable(folder.resolve(name))) {
            throw new IllegalArgumentException("Cannot read %s: put it back".formatted(folder.resolve(name)));
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
            return rows.stream().map(read).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot read " + folder.resolve(name), fault);
        }
    }
}
