package zhiyin.staging;

import java.nio.file.Path;

/** Staging cannot go on: the message says what, where and what to do. */
public class StagingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
