package zhiyin.sample;

/** A way in which a row is broken on purpose; a row has at most one. */
public enum Fault {
    /** A required date that no calendar has. */
    BAD_DATE,
    /** A code that is in no code list. */
    UNKNOWN_CODE,
    /** The row comes twice. */
    DUPLICATE_KEY,
    /** A required value other than the key is empty. */
    MISSING_VALUE,
    /** The row ends before its last columns. */
    CUT_SHORT,
    /** A call from a subscriber number that no system knows. */
    UNKNOWN_CALLER
}
