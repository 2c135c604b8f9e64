package zhiyin.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import zhiyin.load.LandedFeeds.Delivery;
import zhiyin.source.NamedFeed;

/** How new feeds are, in PostgreSQL, where every node of the hub sees it. */
@Component
class FeedStates {

    private static final String KNOW = """
            INSERT INTO feed_state (source, feed, known_since) VALUES (?, ?, now()) ON CONFLICT DO NOTHING
            """;

    private static final String DELIVERED = """
            INSERT INTO feed_state AS known (source, feed, known_since, delivered_at, newest) VALUES (?, ?, now(), ?, ?)
            ON CONFLICT (source, feed) DO UPDATE SET delivered_at = coalesce(excluded.delivered_at, known.delivered_at),
                newest = greatest(known.newest, excluded.newest)
            """;

    private final JdbcTemplate jdbc;

    FeedStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<FeedState> all() {
        return jdbc.query("SELECT * FROM feed_state", (row, position) -> state(row));
    }

    /** Notes that some feeds are declared. */
    void know(List<NamedFeed> feeds) {
        jdbc.batchUpdate(KNOW, feeds.stream().map(feed -> new Object[]{feed.source().source(), feed.name()}).toList());
    }

    /** Notes what a load brought. */
    void delivered(List<Delivery> deliveries) {
        jdbc.batchUpdate(DELIVERED, deliveries.stream().map(brought -> new Object[]{brought.source(), brought.feed(),
                timestamp(brought.at()), timestamp(brought.newest())}).toList());
    }

    /** Notes that a feed is stale. True for the one node that is to tell people so. */
    boolean stale(FeedState state, Instant now) {
        return jdbc.update(
                "UPDATE feed_state SET stale_since = ? WHERE source = ? AND feed = ? AND stale_since IS NULL",
                timestamp(now), state.source(), state.feed()) > 0;
    }

    /** Notes that a feed is fresh again. True for the one node that is to tell people so. */
    boolean fresh(FeedState state) {
        return jdbc.update(
                "UPDATE feed_state SET stale_since = NULL WHERE source = ? AND feed = ? AND stale_since IS NOT NULL",
                state.source(), state.feed()) > 0;
    }

    private static FeedState state(ResultSet row) throws SQLException {
        return new FeedState(row.getString("source"), row.getString("feed"),
                row.getTimestamp("known_since").toInstant(), instant(row.getTimestamp("delivered_at")),
                instant(row.getTimestamp("newest")), instant(row.getTimestamp("stale_since")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
