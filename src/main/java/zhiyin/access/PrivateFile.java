package zhiyin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that nobody but the hub's own user may read: made once, then kept. */
final class PrivateFile {

    private static final Logger LOG = LoggerFactory.getLogger(PrivateFile.class);

    private PrivateFile() {}

    /** The text of the file; writes it first when there is none yet. */
    static String readOrWrite(Path file, Supplier<String> first) {
        try {
            if (Files.notExists(file)) {
                write(file, first.get());
            }
            return Files.readString(file);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "Cannot read or write %s: check that its folder exists on a disk with room and belongs to the user that runs the hub"
                            .formatted(file.toAbsolutePath()),
                    unusable);
        }
    }

    // Under its own name only when it is whole, and private before the first byte is in it.
    private static void write(Path file, String text) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path begun = Files.createTempFile(folder, file.getFileName().toString(), ".new", onlyOwner(folder));
        try {
            Files.writeString(begun, text);
            publish(begun, file);
            LOG.info("Wrote {}; only its owner can read it", file);
        } catch (FileAlreadyExistsException another) {
            LOG.info("{} was written by another process", file);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    // A link is made only where there is no file yet; a move would replace what another process has just begun to use.
    private static void publish(Path begun, Path file) throws IOException {
        try {
            Files.createLink(file, begun);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            LOG.debug("The disk of {} has no links", file, withoutLinks);
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
