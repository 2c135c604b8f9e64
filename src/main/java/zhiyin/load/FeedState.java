package zhiyin.load;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How new a declared feed is.
 *
 * @param source      system that delivers it
 * @param feed        its name within the source
 * @param knownSince  when the hub first knew that it is declared
 * @param deliveredAt begin of the last load that took something good of it in; null when none did
 * @param newest      how new what it brought is, by its check of freshness; null when it brought nothing
 * @param staleSince  when people were told that it is stale; null while it is not
 */
record FeedState(String source, String feed, Instant knownSince, @Nullable Instant deliveredAt,
        @Nullable Instant newest, @Nullable Instant staleSince) {

    /** How old its newest data are; of one that brought nothing, how long that has been so. */
    Duration age(Instant now) {
        return Duration.between(newest == null ? knownSince : newest, now);
    }

    /** The name that is unique over all sources: {@code crm.customers}. */
    String fullName() {
        return source + "." + feed;
    }
}
