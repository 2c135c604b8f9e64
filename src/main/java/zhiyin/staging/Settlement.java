package zhiyin.staging;

import java.util.List;

import zhiyin.model.RecordField;
import zhiyin.model.RowPlace;
import zhiyin.source.ChangeKind;

/**
 * The SQL that settles what a file says of one kind of record with what is staged, so that the same rows end in the same records
 * in whatever order they come.
 *
 * <p>Two numbers decide where a feed has a watermark: the version of the row whose values are staged, and the version of the row
 * that said that the record is no more, its tombstone. The greater one has the word; of two rows with the same version the one
 * with the greater hash. Without a watermark the row that is landed later has the word.
 *
 * <p>A record keeps the origin of the row that brought its values, wherever the same values are found later; and when it is closed
 * the origin of what closed it.
 */
class Settlement {

    private static final String FIELDS_OF_BOOKKEEPING = "_source, _feed, _key, _file, _line, _load, _first_seen, _last_seen, _hash, _version, _closed_at, _origin, _closed_by";

    private final Delivery delivery;
    private final Mapped mapped;
    private final String staged;
    private final String kind;
    private final boolean isVersioned;
    private final String origin;

    /**
     * A settlement.
     *
     * @param delivery the file
     * @param mapped   what it says of the kind
     * @param number   that the file was given among the origins of records
     */
    Settlement(Delivery delivery, Mapped mapped, int number) {
        this.delivery = delivery;
        this.mapped = mapped;
        this.staged = Tables.staged(mapped.kind());
        this.kind = Sql.text(mapped.kind().name());
        this.isVersioned = delivery.feed().watermark() != null;
        this.origin = "(%d + _line)".formatted(RowPlace.start(number));
    }

    /** The statements, in order. They look at the mapping's table and at {@code fault}, and note lines in {@code came_of}. */
    List<String> statements(long load, String at) {
        return List.of(words(), buryEnded(), forgetTombs(), changed(at),
                "DELETE FROM %s WHERE id IN (SELECT id FROM changed)".formatted(staged), take(load, at), heed(),
                close(at, load), noteOutcomes());
    }

    /**
     * Of the rows of a record, the one that has the word; where rows have versions one for its values and one for its end. Most
     * records have one row, and those are not sorted.
     */
    private String words() {
        String rows = isVersioned ? "id, _closed" : "id";
        String order = isVersioned ? "_version DESC, _hash DESC, _line DESC" : "_line DESC";
        String good = "SELECT *, %s AS _hash FROM %s WHERE _line NOT IN (SELECT line FROM fault)".formatted(
                Tables.hash(mapped.kind().fields()), mapped.tableName());
        return """
                CREATE OR REPLACE TEMP TABLE often AS
                SELECT id FROM %1$s WHERE id IS NOT NULL GROUP BY id HAVING count(*) > 1;
                CREATE OR REPLACE TEMP TABLE word AS
                %2$s AND id NOT IN (SELECT id FROM often)
                UNION ALL (%2$s AND id IN (SELECT id FROM often)
                QUALIFY row_number() OVER (PARTITION BY %3$s ORDER BY %4$s) = 1)
                """.formatted(mapped.tableName(), good, rows, order);
    }

    private String buryEnded() {
        return """
                CREATE OR REPLACE TEMP TABLE tomb AS
                SELECT id, max(version) AS version, arg_max(origin, {v: coalesce(version, 0), o: -origin}) AS origin FROM (
                    SELECT id, _version AS version, %2$s AS origin FROM word WHERE _closed
                    UNION ALL SELECT id, version, origin FROM tombstone
                    WHERE kind = %1$s AND id IN (SELECT id FROM word WHERE _closed)) GROUP BY id;
                DELETE FROM tombstone WHERE kind = %1$s AND id IN (SELECT id FROM tomb);
                INSERT INTO tombstone BY NAME SELECT %1$s AS kind, id, version, origin FROM tomb
                """.formatted(kind, origin);
    }

    /** Without versions, a row that comes after the end of its record begins it anew. */
    private String forgetTombs() {
        return isVersioned
                ? "SELECT 1"
                : "DELETE FROM tombstone WHERE kind = %s AND id IN (SELECT id FROM word WHERE NOT _closed)"
                        .formatted(kind);
    }

    private String changed(String at) {
        return """
                CREATE OR REPLACE TEMP TABLE changed AS SELECT * FROM (
                    SELECT word.*, old.id IS NULL AS is_new, coalesce(old._first_seen, TIMESTAMP '%1$s') AS _first_seen,
                        old._closed_at AS was_closed_at, split_part(old._hash, '|', 1) AS was_hash,
                        old._version AS was_version, old._closed_by AS was_closed_by, tombstone.origin AS ended_by,
                        tombstone.id IS NOT NULL AND (word._version IS NULL OR tombstone.version >= word._version) AS is_ended
                    FROM word LEFT JOIN %2$s old ON old.id = word.id
                    LEFT JOIN tombstone ON tombstone.kind = %3$s AND tombstone.id = word.id
                    WHERE NOT word._closed)
                WHERE is_new OR ((_hash <> was_hash OR (was_closed_at IS NOT NULL) <> is_ended) AND %4$s)
                """.formatted(at, staged, kind, hasTheWord());
    }

    private String hasTheWord() {
        String returns = delivery.feed().terms().changeKind() == ChangeKind.SNAPSHOT
                ? "was_closed_at IS NOT NULL"
                : "false";
        return isVersioned
                ? "(was_version IS NULL OR _version > was_version OR _version = was_version AND _hash > was_hash OR %s)"
                        .formatted(returns)
                : "true";
    }

    /**
     * A row with the values that are known changes nothing. Yet it says where they are found now, and no row from before it may
     * take its place.
     */
    private String heed() {
        return """
                UPDATE %1$s old SET _file = %2$s, _line = word._line, _version = greatest(word._version, old._version)
                FROM word WHERE word.id = old.id AND NOT word._closed AND word._hash = split_part(old._hash, '|', 1)
                    AND (old._file <> %2$s OR old._line <> word._line OR word._version > old._version)
                """.formatted(staged, Sql.text(delivery.name()));
    }

    private String take(long load, String at) {
        String fields = Sql.names(mapped.kind().fields().stream().map(RecordField::name).toList());
        return """
                INSERT INTO %1$s (id, %2$s, %3$s)
                SELECT id, %4$s, %5$s, _key, %6$s, _line, %7$d, _first_seen, TIMESTAMP '%8$s',
                    _hash || CASE WHEN is_ended THEN '%9$s' ELSE '' END, _version,
                    CASE WHEN is_ended THEN coalesce(was_closed_at, TIMESTAMP '%8$s') END,
                    %10$s, CASE WHEN is_ended THEN coalesce(was_closed_by, ended_by) END, %3$s FROM changed
                """.formatted(staged, FIELDS_OF_BOOKKEEPING, fields, Sql.text(delivery.source().source()),
                Sql.text(delivery.feedName()), Sql.text(delivery.name()), load, at, Tables.CLOSED, origin);
    }

    /** Closes the staged records whose end was told, and no later row speaks against it. */
    private String close(String at, long load) {
        return """
                CREATE OR REPLACE TEMP TABLE ended AS
                SELECT word._line, %5$s AS origin, old.id FROM word JOIN %1$s old ON old.id = word.id
                WHERE word._closed AND old._closed_at IS NULL
                    AND (word._version IS NULL OR old._version IS NULL OR word._version >= old._version);
                UPDATE %1$s old SET _closed_at = TIMESTAMP '%2$s', _last_seen = TIMESTAMP '%2$s', _hash = _hash || '%3$s', _load = %4$d,
                    _closed_by = ended.origin
                FROM ended WHERE ended.id = old.id
                """.formatted(staged, at, Tables.CLOSED, load, origin.replace("_line", "word._line"));
    }

    private String noteOutcomes() {
        return """
                INSERT INTO came_of SELECT _line, CASE WHEN is_new THEN %d ELSE %d END FROM changed;
                INSERT INTO came_of SELECT _line, %d FROM ended;
                INSERT INTO %s SELECT id FROM changed UNION ALL SELECT id FROM ended
                """.formatted(Outcome.ADDED.rank(), Outcome.CHANGED.rank(), Outcome.CLOSED.rank(),
                Tables.untold(mapped.kind()));
    }
}
