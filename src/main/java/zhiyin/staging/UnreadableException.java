package zhiyin.staging;

import java.io.IOException;

/** A file that is not what it should be: nothing of it can be taken. */
class UnreadableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
