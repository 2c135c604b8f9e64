package zhiyin.source;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is to happen when the columns of a delivery are not those that are declared.
 *
 * @param unknownColumns what to do about columns that nobody declared; warn when not given
 * @param missingColumns what to do about declared columns that are not there; when not given, fail where a required column is
 *                       missing and warn about others
 */
public record Drift(@Nullable Policy unknownColumns, @Nullable Policy missingColumns) {

    /** What to do about a column that is not expected, or not there. */
    public enum Policy {
        /** Refuse the delivery. */
        @JsonProperty("fail")
        FAIL,
        /** Take it and keep a notice with the load. */
        @JsonProperty("warn")
        WARN,
        /** Take it and say nothing. */
        @JsonProperty("ignore")
        IGNORE
    }

    /** What to do about columns that nobody declared. */
    public Policy ofUnknown() {
        return unknownColumns == null ? Policy.WARN : unknownColumns;
    }

    /** What to do about a declared column that is not there. */
    public Policy ofMissing(Column column) {
        if (missingColumns != null) {
            return missingColumns;
        }
        return column.required() ? Policy.FAIL : Policy.WARN;
    }
}
