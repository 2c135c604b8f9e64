package zhiyin.reject;

/** Where a refused row stands, as the schema describes it. */
public enum RejectStatus {
    OPEN, CORRECTED, ACCEPTED, REFUSED_AGAIN, DISMISSED
}
