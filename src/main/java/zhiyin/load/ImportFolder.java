package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import zhiyin.graph.ImportArguments;
import zhiyin.model.GraphFile;

/**
 * The folder of the files that Neo4j's importer reads. They hold every customer, so nobody else may enter it.
 *
 * @param path where it is
 */
record ImportFolder(Path path) {

    /** Its name in the data folder. */
    static final String NAME = "import";

    ImportFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Makes it empty. */
    void clear() {
        delete();
        try {
            Files.createDirectories(path);
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot make the folder %s for files of the import".formatted(path),
                    unwritable);
        }
    }

    /** Lays the importer's arguments beside the files. */
    void tell(String database, List<GraphFile> files) {
        try {
            Files.writeString(path.resolve(ImportArguments.FILE), ImportArguments.of(database, files),
                    StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot write the importer's arguments to " + path, unwritable);
        }
    }

    /** Whether all files were written and nobody removed them. */
    boolean isWhole() {
        return Files.exists(path.resolve(ImportArguments.FILE));
    }

    /** Removes it with all its files. */
    void delete() {
        try (Stream<Path> files = Files.isDirectory(path) ? Files.list(path) : Stream.<Path>empty()) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.deleteIfExists(path);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("Cannot remove the files of the import in " + path, unwritable);
        }
    }
}
