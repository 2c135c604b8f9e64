package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImportedDatabaseTests {

    @TempDir
    Path store;

    @BeforeEach
    void importOne() throws IOException {
        new ImportedDatabase(store).begin(new Account("me", 0, 0, false, List.of()));
        write(store.resolve("data"), "old");
        write(store.resolve("import/data"), "new");
    }

    private static void write(Path data, String text) throws IOException {
        for (String part : List.of("databases", "transactions")) {
            Files.writeString(Files.createDirectories(data.resolve(part).resolve("neo4j")).resolve("file"), text);
        }
    }

    private List<String> adopted() throws IOException {
        new ImportedDatabase(store).adopt(store.resolve("data"));
        return List.of(Files.readString(store.resolve("data/databases/neo4j/file")),
                Files.readString(store.resolve("data/transactions/neo4j/file")));
    }

    @Test
    void leavesTheOldOneUntilItIsWhole() throws IOException {
        assertThat(adopted()).containsOnly("old");
    }

    @Test
    void takesThePlaceOfTheOldOne() throws IOException {
        new ImportedDatabase(store).complete();

        assertThat(adopted()).containsOnly("new");
        assertThat(store.resolve("import")).doesNotExist();
    }

    @Test
    void takesTheRestOfItsPlaceAfterAKill() throws IOException {
        new ImportedDatabase(store).complete();
        Folders.delete(store.resolve("data/transactions/neo4j"));
        Files.move(store.resolve("import/data/transactions/neo4j"), store.resolve("data/transactions/neo4j"));

        assertThat(adopted()).containsOnly("new");
    }
}
