-- The last number given to something that was read from the graph to be indexed.
CREATE TABLE index_version (
    id    INTEGER PRIMARY KEY,
    value BIGINT NOT NULL
);

-- Rebuilds of the search index. position is the last customer that is in the new index.
CREATE TABLE reindex (
    number     INTEGER PRIMARY KEY,
    index_name TEXT NOT NULL,
    status     TEXT NOT NULL,
    started_by TEXT,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ,
    position   TEXT NOT NULL,
    done       INTEGER NOT NULL,
    total      INTEGER NOT NULL,
    failure    TEXT
);

-- Comparisons of staging, graph and search.
CREATE TABLE verification (
    number     INTEGER PRIMARY KEY,
    repair     BOOLEAN NOT NULL,
    status     TEXT NOT NULL,
    started_by TEXT,
    started_at TIMESTAMPTZ NOT NULL,
    ended_at   TIMESTAMPTZ,
    failure    TEXT
);

CREATE TABLE verification_tally (
    verification INTEGER NOT NULL REFERENCES verification ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    store        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    expected     INTEGER NOT NULL,
    found        INTEGER NOT NULL,
    expected_hash TEXT NOT NULL,
    found_hash   TEXT NOT NULL,
    differences  INTEGER NOT NULL,
    repaired     INTEGER NOT NULL,
    PRIMARY KEY (verification, position)
);

-- The first differences that were found; all are counted in verification_tally.
CREATE TABLE difference (
    verification INTEGER NOT NULL REFERENCES verification ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    store        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    id           TEXT NOT NULL,
    problem      TEXT NOT NULL,
    fields       TEXT[] NOT NULL,
    repaired     BOOLEAN NOT NULL,
    PRIMARY KEY (verification, position)
);
