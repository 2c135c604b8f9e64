package zhiyin.staging;

import java.io.File;
import java.nio.file.Path;

/** Staging cannot go on: the message says what, where and what to do. */
public class StagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The disk is full: says how much room there is and how much is taken already. */
    static StagingException full(Path file, Throwable cause) {
        File folder = file.toFile().getAbsoluteFile().getParentFile();
        return new StagingException(
                "The disk of %s is full: %d MB are free, and staging takes %d MB so far. Make room for as much again at least"
                        .formatted(folder, megabytes(folder.getUsableSpace()), megabytes(file.toFile().length())),
                cause);
    }

    private static long megabytes(long bytes) {
        return bytes / (1024 * 1024);
    }

    StagingException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Where the cause would tell what nobody may read. */
    StagingException(String message) {
        super(message);
    }

    static StagingException cannotOpen(Path file, Exception cause) {
        String reason = String.valueOf(cause.getMessage());
        return new StagingException(reason.contains("Conflicting lock")
                ? "Another process holds the staging file %s: the hub, or a command. Stop it first, or ask the running hub by loadStart, reindexStart or verifyStart of its API"
                        .formatted(file)
                : "Cannot open the staging file %s: %s".formatted(file, reason), cause);
    }
}
