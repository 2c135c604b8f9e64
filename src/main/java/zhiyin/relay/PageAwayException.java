package zhiyin.relay;

/** A page cannot be answered just now, though others can: told as UNAVAILABLE with the reason. */
public class PageAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Refuses a page, with what is away and what to do, for people. */
    public PageAwayException(String message) {
        super(message);
    }
}
