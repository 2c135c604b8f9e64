-- What every row of a load came to, file by file.
CREATE TABLE load_file (
    load      BIGINT NOT NULL,
    source    TEXT NOT NULL,
    feed      TEXT NOT NULL,
    file      TEXT NOT NULL,
    sha256    TEXT,
    bytes     BIGINT NOT NULL,
    refused   TEXT,
    read      BIGINT NOT NULL,
    rejected  BIGINT NOT NULL,
    added     BIGINT NOT NULL,
    changed   BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    closed    BIGINT NOT NULL,
    PRIMARY KEY (load, source, feed, file)
);
-- Records of snapshots that a load closed because no row has them any more.
CREATE TABLE load_vanished (
    load   BIGINT NOT NULL,
    source TEXT NOT NULL,
    feed   TEXT NOT NULL,
    closed BIGINT NOT NULL,
    PRIMARY KEY (load, source, feed)
);
-- What is to be told of a load's deliveries. file is null when a thing is of the feed as a whole.
CREATE TABLE load_notice (
    load     BIGINT NOT NULL,
    position INTEGER NOT NULL,
    source   TEXT NOT NULL,
    feed     TEXT NOT NULL,
    file     TEXT,
    severity TEXT NOT NULL,
    code     TEXT NOT NULL,
    message  TEXT NOT NULL,
    PRIMARY KEY (load, position)
);
