package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A database that was imported beside the one that Neo4j has, and takes its place before Neo4j starts the next time. Until it is
 * whole the old one stays as it is, so an import can be broken off anywhere.
 */
final class ImportedDatabase {

    private static final String DATABASE = "neo4j";

    private final Path folder;

    /** @param store the folder of Neo4j */
    ImportedDatabase(Path store) {
        folder = store.resolve("import");
    }

    /** The importer's own home. */
    Path home() {
        return folder.resolve("home");
    }

    /** Where the importer puts the database. */
    Path data() {
        return folder.resolve("data");
    }

    /** Where the files lie that it reads, when Neo4j's account cannot reach them elsewhere. */
    Path files() {
        return folder.resolve("files");
    }

    private Path mark() {
        return folder.resolve("complete");
    }

    /** Makes room for a new one. */
    void begin(Account account) {
        Folders.delete(folder);
        List.of(folder, home(), data(), files()).forEach(each -> Folders.owned(each, account));
    }

    /** Notes that it is whole. */
    void complete() {
        Folders.write(mark(), "");
    }

    /** Puts a whole one in the place of the one that Neo4j has; goes on where a hub that was killed left off. */
    void adopt(Path data) {
        if (!Files.exists(mark())) {
            return;
        }
        for (String part : List.of("transactions", "databases")) {
            Path imported = data().resolve(part).resolve(DATABASE);
            Path current = data.resolve(part).resolve(DATABASE);
            if (Files.exists(imported)) {
                Folders.delete(current);
                move(imported, current);
            }
        }
        remove();
    }

    /** Removes what is left of an import, the mark last: without it nothing is adopted, with it a moved part is not missed. */
    private void remove() {
        List.of(home(), data(), files(), folder).forEach(Folders::delete);
    }

    private static void move(Path imported, Path current) {
        try {
            Files.move(imported, current, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw Folders.notWritable(current, failed);
        }
    }
}
