package zhiyin.staging;

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
}
