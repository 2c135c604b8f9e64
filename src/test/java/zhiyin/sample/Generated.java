package zhiyin.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/** One generated operator that several tests look at. */
record Generated(Path folder, SampleSummary summary) {

    static final int CUSTOMERS = 4000;
    static final LocalDate UNTIL = LocalDate.of(2026, 10, 31);

    static Generated operator(int customers, long seed, Path folder) {
        return new Generated(folder,
                new SampleOperator(Path.of("etl")).generate(new SampleRequest(customers, seed, UNTIL, folder)));
    }

    /** Files of a feed, one or one a month. */
    List<Path> files(Feed feed) {
        Path stem = folder.resolve(feed.path());
        try (Stream<Path> files = Files.list(stem.getParent())) {
            return files.filter(file -> file.getFileName().toString().startsWith(stem.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** All rows of a feed that have all their columns, without headers. */
    List<List<String>> rows(Feed feed) {
        List<List<String>> rows = new ArrayList<>();
        files(feed).forEach(file -> rows.addAll(read(file).stream().skip(1)
                .filter(row -> row.size() == feed.columns().size()).toList()));
        return rows;
    }

    /** The values of one column of all whole rows. */
    List<String> column(Feed feed, String name) {
        int at = feed.columns().indexOf(name);
        return rows(feed).stream().map(row -> row.get(at)).toList();
    }

    static List<List<String>> read(Path file) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(file)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
