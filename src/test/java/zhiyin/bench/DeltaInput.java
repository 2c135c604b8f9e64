package zhiyin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the systems deliver next: one customer in a hundred with another mail address, and as many new calls. */
final class DeltaInput {

    private static final int EVERY = 100;

    private final Path input;

    DeltaInput(Path input) {
        this.input = input;
    }

    /** Writes it beside what was delivered before. Answers how many rows. */
    int write() {
        int customers = write("crm/customers.csv", "crm/customers2.csv", Integer.MAX_VALUE, row -> {
            row[row.length - 1] = "2026-11-01 09:00:00";
            return row;
        }, "email", "changed.%d@example.com");
        int calls = write("channel/calls-2026-10.csv", "channel/calls-2026-11.csv", customers, row -> row, "call_id",
                "delta-%d");
        return customers + calls;
    }

    private int write(String from, String to, int most, UnaryOperator<String[]> change, String column, String value) {
        List<String> rows = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(input.resolve(from))) {
            String header = reader.readLine();
            rows.add(header);
            List<String> columns = Arrays.asList(header.replace("\uFEFF", "").split(","));
            int number = 0;
            for (String line = reader.readLine(); line != null && rows.size() <= most; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                // a row with a comma or a line break in a value is no good to cut up
                if (cells.length == columns.size() && !line.contains("\"") && number++ % EVERY == 0) {
                    cells[columns.indexOf(column)] = value.formatted(number);
                    rows.add(String.join(",", change.apply(cells)));
                }
            }
            Files.write(input.resolve(to), rows);
            return rows.size() - 1;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Delivers every file again, with the bytes that it has. */
    static void touch(Path input) {
        try (Stream<Path> files = Files.walk(input)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
