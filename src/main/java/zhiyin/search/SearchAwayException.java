package zhiyin.search;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** The search server does not answer, or has too much to do just now: the same may succeed when it is tried again. */
public class SearchAwayException extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    private final boolean busy;

    private SearchAwayException(String message, boolean busy, @Nullable Throwable cause) {
        super(message, cause);
        this.busy = busy;
    }

    static SearchAwayException silent(Throwable cause) {
        return new SearchAwayException(
                "The search server does not answer; check that it runs and that spring.elasticsearch.uris names it",
                false, cause);
    }

    static SearchAwayException busy(int status, @Nullable Throwable cause) {
        return new SearchAwayException("The search server is too busy or broken: it answers %d".formatted(status), true,
                cause);
    }

    /** Whether it answered, though not as wished. */
    boolean isBusy() {
        return busy;
    }
}
