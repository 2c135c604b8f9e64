package zhiyin.staging;

import org.jspecify.annotations.Nullable;

/**
 * A row of a CSV file.
 *
 * @param line   line that it begins on, counted from 1
 * @param breaks line breaks within its fields
 * @param values the names, of the header; else a text for each declared column
 * @param fault  what is wrong with it; null when nothing is
 * @param beyond what lies behind the last column of the header; null when nothing does
 */
record CsvRow(long line, long breaks, @Nullable String[] values, @Nullable Fault fault, @Nullable String beyond) {

    /** Why a row cannot be taken. */
    record Fault(@Nullable String column, RejectReason reason, String message) {}

    /** What there is of it when it cannot be taken. */
    Rows.Torn torn() {
        return new Rows.Torn(values, beyond);
    }

    /** The same row of a reading that began further down in the file. */
    CsvRow below(long lines) {
        return new CsvRow(line + lines, breaks, values, fault, beyond);
    }
}
