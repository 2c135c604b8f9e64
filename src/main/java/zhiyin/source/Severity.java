package zhiyin.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What follows when a rule is broken. */
public enum Severity {
    /** It is told; the row is taken, without a value that is not of its type. */
    @JsonProperty("warn")
    WARN,
    /** The row is refused, the others are taken. */
    @JsonProperty("reject")
    REJECT,
    /** The delivery is refused whole, and the load stops before the graph is touched. */
    @JsonProperty("fail")
    FAIL
}
