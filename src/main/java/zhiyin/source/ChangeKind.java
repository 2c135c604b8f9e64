package zhiyin.source;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a delivery of a feed stands to what was delivered before. */
public enum ChangeKind {
    /** It holds everything: a record that is in none of the feed's files any more is closed. */
    @JsonProperty("snapshot")
    SNAPSHOT,
    /** It holds what changed: a record that it lacks stays as it is. */
    @JsonProperty("delta")
    DELTA,
    /** It holds what happened: nothing is ever closed. */
    @JsonProperty("append")
    APPEND
}
