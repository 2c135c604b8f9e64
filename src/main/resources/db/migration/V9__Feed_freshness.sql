-- How new each declared feed is, for all nodes of the hub. delivered_at is the begin of the last load that took something good
-- of it in, newest how new what it brought is, by its check of freshness. stale_since is set when people were told that it is
-- stale, by whichever node sets it first.
CREATE TABLE feed_state (
    source       TEXT NOT NULL,
    feed         TEXT NOT NULL,
    known_since  TIMESTAMPTZ NOT NULL,
    delivered_at TIMESTAMPTZ,
    newest       TIMESTAMPTZ,
    stale_since  TIMESTAMPTZ,
    PRIMARY KEY (source, feed)
);
