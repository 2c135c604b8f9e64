-- Rows that loads refused. position keeps the order of source, feed, file and line within a load.
CREATE TABLE reject (
    load     BIGINT NOT NULL,
    position INTEGER NOT NULL,
    source   TEXT NOT NULL,
    feed     TEXT NOT NULL,
    file     TEXT NOT NULL,
    line     BIGINT NOT NULL,
    field    TEXT,
    reason   TEXT NOT NULL,
    message  TEXT NOT NULL,
    PRIMARY KEY (load, position)
);
