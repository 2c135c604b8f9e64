package zhiyin.relay;

/** A client named something that there is not: told as NOT_FOUND. */
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what is not there, and what to name instead. */
    public NotFoundException(String message) {
        super(message);
    }
}
