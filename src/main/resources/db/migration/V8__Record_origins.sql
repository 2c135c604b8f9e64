-- Files and tables that loads took over, by the numbers under which records say that they came from them. file is null where a
-- load did something with a feed as a whole: closing what its snapshot lacks.
CREATE TABLE origin_file (
    number   INTEGER PRIMARY KEY,
    load     BIGINT NOT NULL,
    source   TEXT NOT NULL,
    feed     TEXT NOT NULL,
    file     TEXT,
    taken_at TIMESTAMPTZ NOT NULL,
    UNIQUE NULLS NOT DISTINCT (load, source, feed, file)
);
