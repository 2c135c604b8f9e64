package zhiyin.load;

/** A store was away for longer than a load waits: the message says which, for how long and what it said last. */
class PatienceExhaustedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PatienceExhaustedException(String message, Throwable cause) {
        super(message, cause);
    }
}
