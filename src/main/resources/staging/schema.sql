-- What staging keeps beside the tables of the kinds of record.
CREATE SCHEMA IF NOT EXISTS staged;
CREATE SCHEMA IF NOT EXISTS merged;
CREATE SCHEMA IF NOT EXISTS todo;
CREATE SCHEMA IF NOT EXISTS untold;
-- Of kinds whose events grow old: the ids that search may have to be told of, and the events that the graph only counts.
CREATE SCHEMA IF NOT EXISTS unindexed;
CREATE SCHEMA IF NOT EXISTS counted;
-- Records that leave the graph in the load under way.
CREATE SCHEMA IF NOT EXISTS leaving;
-- Events as documents, for those who bring them to search, fill an index anew, or compare.
CREATE SCHEMA IF NOT EXISTS indexing;
CREATE SCHEMA IF NOT EXISTS rebuilding;
CREATE SCHEMA IF NOT EXISTS comparing;
-- How many of the events in a list are in an index that is filled anew.
CREATE TABLE IF NOT EXISTS rebuilt (kind VARCHAR, index_name VARCHAR, done BIGINT);

-- What was read last of each file or table, and what came of its rows.
CREATE TABLE IF NOT EXISTS landed (source VARCHAR, feed VARCHAR, file VARCHAR, fingerprint VARCHAR, "rows" BIGINT,
    rejected BIGINT, load BIGINT, refused VARCHAR, taken BOOLEAN, sha256 VARCHAR, bytes BIGINT, newest TIMESTAMP,
    added BIGINT, changed BIGINT, unchanged BIGINT, closed BIGINT, PRIMARY KEY (source, feed, file));
-- Lines of the load under way that changed something.
CREATE TABLE IF NOT EXISTS outcome (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR, line BIGINT,
    outcome UTINYINT);
CREATE TABLE IF NOT EXISTS reject (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR, line BIGINT, field VARCHAR,
    reason VARCHAR, message VARCHAR, row_hash VARCHAR);
ALTER TABLE reject ADD COLUMN IF NOT EXISTS row_hash VARCHAR;
-- Values of the rows that the load under way refused, as they were read: once for each row, and not of all when they are many.
CREATE TABLE IF NOT EXISTS refused_row (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR, line BIGINT, hash VARCHAR,
    cells VARCHAR, text VARCHAR);
-- Rows that a load read as somebody corrected them; hash is that of the row as it was delivered.
CREATE TABLE IF NOT EXISTS corrected_row (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR, line BIGINT,
    hash VARCHAR);
-- What came of corrected rows that a load took without the rest of their file.
CREATE TABLE IF NOT EXISTS replayed (load BIGINT, source VARCHAR, feed VARCHAR, file VARCHAR, "rows" BIGINT,
    rejected BIGINT, added BIGINT, changed BIGINT, unchanged BIGINT, closed BIGINT);
-- The newest correction of its feed that was known when a file was read of which nothing was taken.
CREATE TABLE IF NOT EXISTS refused_file (source VARCHAR, feed VARCHAR, file VARCHAR, revision BIGINT);
-- Loads of which somebody said that they go on without what is refused.
CREATE TABLE IF NOT EXISTS tolerated (load BIGINT);
-- How many rows each feed delivered in each load.
CREATE TABLE IF NOT EXISTS feed_rows (load BIGINT, source VARCHAR, feed VARCHAR, "rows" BIGINT);

-- Records that the files of snapshots hold, and how many were closed because none does.
CREATE TABLE IF NOT EXISTS present (source VARCHAR, feed VARCHAR, file VARCHAR, kind VARCHAR, id VARCHAR);
CREATE TABLE IF NOT EXISTS vanished (load BIGINT, source VARCHAR, feed VARCHAR, "rows" BIGINT);
-- Records whose end was told, with the version and the origin of the row that told it.
CREATE TABLE IF NOT EXISTS tombstone (kind VARCHAR, id VARCHAR, version BIGINT);
ALTER TABLE tombstone ADD COLUMN IF NOT EXISTS origin BIGINT;

-- What the records of a kind depended on when the graph was told of them last.
CREATE TABLE IF NOT EXISTS told_under (kind VARCHAR, circumstances VARCHAR);
-- Customers whose golden records are to be made anew.
CREATE TABLE IF NOT EXISTS affected (customer VARCHAR);
-- Customers whose search entry may be out of date.
CREATE TABLE IF NOT EXISTS touched (customer VARCHAR);

CREATE OR REPLACE MACRO masked(v) AS
    regexp_replace(regexp_replace(left(v, 60), '\pL', 'x', 'g'), '\pN', '9', 'g');
CREATE OR REPLACE MACRO given(v) AS nullif(trim(v), '');
