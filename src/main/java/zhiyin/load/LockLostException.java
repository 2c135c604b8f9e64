package zhiyin.load;

/** The connection that held the lock of loads broke: another load may be running by now, so this one must not go on. */
class LockLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LockLostException(Throwable cause) {
        super("PostgreSQL, which keeps the books of loads and lets one run at a time, was lost: %s"
                .formatted(cause.getMessage()), cause);
    }
}
