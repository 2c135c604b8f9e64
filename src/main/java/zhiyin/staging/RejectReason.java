package zhiyin.staging;

/** Rule that a refused row broke, as the schema describes it. */
public enum RejectReason {
    MISSING_COLUMN, EXTRA_COLUMN, REQUIRED, TYPE, CODE, PATTERN, RANGE, DUPLICATE, ENCODING, UNCLOSED_QUOTE, TRUNCATED, UNREADABLE, CHECK, UNKNOWN_REFERENCE
}
