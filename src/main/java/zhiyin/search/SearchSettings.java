package zhiyin.search;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of search.
 *
 * @param eventShards into how many shards an index of events is cut, 1 to 1000; one for every 200 million events will do. After a
 *                    change the next load fills a new index
 */
@ConfigurationProperties(prefix = "zhiyin.search", ignoreUnknownFields = false)
record SearchSettings(@DefaultValue("1") int eventShards) {

    private static final int MOST = 1_000;

    SearchSettings {
        if (eventShards < 1 || eventShards > MOST) {
            throw new IllegalArgumentException(
                    "zhiyin.search.event-shards is %d; it must lie between 1 and %d".formatted(eventShards, MOST));
        }
    }
}
