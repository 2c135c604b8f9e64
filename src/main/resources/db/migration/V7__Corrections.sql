-- Hash of the row as it was delivered; null where its values were not kept.
ALTER TABLE reject ADD COLUMN row_hash TEXT;
CREATE INDEX reject_of_row ON reject (row_hash, load);

-- Refused rows whose values are kept, once for all loads that refused them. load, file and line are those of the last one.
-- correction has the new texts by column. of_reference: the row breaks no rule and names what no source knows.
CREATE TABLE refused_row (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source       TEXT NOT NULL,
    feed         TEXT NOT NULL,
    hash         TEXT NOT NULL,
    cells        JSONB NOT NULL,
    text         TEXT,
    load         BIGINT NOT NULL,
    file         TEXT NOT NULL,
    line         BIGINT NOT NULL,
    seen_at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    of_reference BOOLEAN NOT NULL DEFAULT FALSE,
    status       TEXT NOT NULL DEFAULT 'OPEN',
    correction   JSONB,
    revision     BIGINT,
    corrected_by TEXT,
    corrected_at TIMESTAMPTZ,
    accepted_in  BIGINT,
    UNIQUE (source, feed, hash)
);
CREATE INDEX refused_row_corrected ON refused_row (source, feed, revision DESC) WHERE correction IS NOT NULL;
CREATE INDEX refused_row_load ON refused_row (load);

-- Who corrected what and when, each time. cells is null when the row was dismissed.
CREATE TABLE correction (
    revision     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    refused_row  BIGINT NOT NULL REFERENCES refused_row ON DELETE CASCADE,
    cells        JSONB,
    corrected_by TEXT NOT NULL,
    corrected_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX correction_of_row ON correction (refused_row);
