package zhiyin.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

/** Changes files of a sample as time does: rows are held back and come later, values change, rows are no longer delivered. */
final class CsvMutation {

    private final Random random;

    CsvMutation(long seed) {
        this.random = new Random(seed);
    }

    /** Takes some rows away; answers them, for later. */
    List<List<String>> holdBack(Path file, double share) throws IOException {
        List<List<String>> rows = read(file);
        List<List<String>> held = new ArrayList<>();
        for (int row = rows.size() - 1; row > 0; row--) {
            if (random.nextDouble() < share) {
                held.add(rows.remove(row));
            }
        }
        write(file, rows);
        return held;
    }

    /** Adds rows at the end. */
    void add(Path file, List<List<String>> added) throws IOException {
        List<List<String>> rows = read(file);
        rows.addAll(added);
        write(file, rows);
    }

    /** Gives some rows a value that another row has in the same column; never in the first, which is the key. */
    void change(Path file, double share) throws IOException {
        List<List<String>> rows = read(file);
        for (int row = 1; row < rows.size(); row++) {
            if (random.nextDouble() < share) {
                int column = 1 + random.nextInt(rows.getFirst().size() - 1);
                List<String> other = rows.get(1 + random.nextInt(rows.size() - 1));
                if (other.size() == rows.getFirst().size() && rows.get(row).size() == other.size()) {
                    rows.get(row).set(column, other.get(column));
                }
            }
        }
        write(file, rows);
    }

    private static List<List<String>> read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(row -> rows.add(new ArrayList<>(row.getFields())));
        }
        return rows;
    }

    private static void write(Path file, List<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
            rows.forEach(csv::writeRecord);
        }
    }
}
