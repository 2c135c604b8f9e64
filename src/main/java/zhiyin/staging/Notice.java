package zhiyin.staging;

/**
 * Something about a delivery that refuses no row and that people ought to know.
 *
 * @param severity how bad it is
 * @param code     what it is, for programs
 * @param message  what it is, for people
 */
public record Notice(Severity severity, Code code, String message) {

    /** How bad something is. */
    public enum Severity {
        WARN
    }

    /** What there can be a notice of. */
    public enum Code {
        /** The delivery has columns that nobody declared. */
        UNKNOWN_COLUMNS,
        /** The delivery lacks columns that are declared and not required. */
        MISSING_COLUMNS
    }
}
