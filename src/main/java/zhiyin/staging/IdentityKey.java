package zhiyin.staging;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

import static java.nio.file.attribute.PosixFilePermissions.asFileAttribute;

/** The key of the hashes that stand for numbers of identity documents. Lost, all files have to be loaded again in full. */
public final class IdentityKey {

    private static final int BYTES = 32;

    private IdentityKey() {}

    /** The key in a file; makes one that only its owner can read when there is none. */
    public static byte[] in(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            try (var channel = Files.newByteChannel(file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(java.nio.ByteBuffer.wrap(fresh));
            }
            return fresh;
        } catch (FileAlreadyExistsException made) {
            return read(file);
        } catch (IOException unwritable) {
            throw new StagingException("Cannot make the identity key %s: %s".formatted(file, unwritable.getMessage()),
                    unwritable);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new StagingException("Cannot read the identity key %s: %s".formatted(file, unreadable.getMessage()),
                    unreadable);
        }
    }
}
