package zhiyin.stores;

/** A local store cannot be used: what happened and where in one sentence, and the remedy in another. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    StoreException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    StoreException(String what, String remedy, Throwable cause) {
        super(what, cause);
        this.remedy = remedy;
    }

    /** What the operator can do about it. */
    public String remedy() {
        return remedy;
    }
}
