package zhiyin.staging;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether two files hold the same bytes. */
final class FileHash {

    private static final int BUFFER = 1 << 16;

    private FileHash() {}

    /** SHA-256 of a file's bytes, in hexadecimal digits. */
    static String of(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            DigestInputStream read = new DigestInputStream(bytes, digest);
            byte[] buffer = new byte[BUFFER];
            while (read.read(buffer) >= 0) {
                // the digest listens
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new StagingException("Cannot read %s: %s".formatted(file, unreadable.getMessage()), unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
