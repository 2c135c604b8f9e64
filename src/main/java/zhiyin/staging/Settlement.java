package zhiyin.staging;

import java.util.List;

import static java.util.stream.Collectors.joining;

import zhiyin.model.RecordField;
import zhiyin.model.RowPlace;
import zhiyin.source.ChangeKind;

/**
 * The SQL that settles what a file says of one kind of record with what is staged, so that the same rows end in the same records
 * in whatever order they come.
 *
 * <p>Two numbers decide where a feed has a watermark: the version of the row whose values are staged, and the version of the row
 * that said that the record is no more, its tombstone. The greater one has the word; of two rows with the same version the one
 * with the greater hash. Without a watermark the row that is landed later has the word; a corrected row that comes without its
 * file, as if it had come with it.
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
    private final boolean isLate;
    private final int number;

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
        this.isLate = delivery instanceof Delivery.Corrected && !isVersioned;
        this.number = number;
    }

    /** The statements, in order. They look at the mapping's table and at {@code fault}, and note lines in {@code came_of}. */
    List<String> statements(long load, String at) {
        return List.of(words(), buryEnded(), forgetTombs(), meet(), changed(),
                "DELETE FROM %s WHERE id IN (SELECT id FROM changed WHERE NOT is_new)".formatted(staged),
                take(load, at), heed(), close(at, load), noteOutcomes());
    }

    /**
     * Of the rows of a record, the one that has the word; where rows have versions one for its values and one for its end. Most
     * records have one row, and those are not sorted. The values stay where they are until it is known which are taken.
     */
    private String words() {
        String rows = isVersioned ? "id, _closed" : "id";
        String order = isVersioned ? "_version DESC, _hash DESC, _line DESC" : "_line DESC";
        return """
                CREATE OR REPLACE TEMP TABLE word AS
                SELECT _line, id, _closed, _version, %1$s AS _hash FROM %2$s WHERE _line NOT IN (SELECT line FROM fault);
                CREATE OR REPLACE TEMP TABLE often AS SELECT id FROM word GROUP BY id HAVING count(*) > 1;
                DELETE FROM word WHERE _line IN (SELECT _line FROM word WHERE id IN (SELECT id FROM often)
                    QUALIFY row_number() OVER (PARTITION BY %3$s ORDER BY %4$s) > 1)
                """.formatted(Tables.hash(mapped.kind().fields()), mapped.tableName(), rows, order);
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
                """.formatted(kind, origin("word"));
    }

    /** Without versions, a row that comes after the end of its record begins it anew. */
    private String forgetTombs() {
        return isVersioned || isLate
                ? "SELECT 1"
                : "DELETE FROM tombstone WHERE kind = %s AND id IN (SELECT id FROM word WHERE NOT _closed)"
                        .formatted(kind);
    }

    /** What is staged is looked through once for each file. */
    private String meet() {
        return """
                CREATE OR REPLACE TEMP TABLE meeting AS
                SELECT word.* EXCLUDE (_closed), old.id IS NULL AS is_new, old._first_seen AS was_first_seen,
                    old._closed_at AS was_closed_at, split_part(old._hash, '|', 1) AS was_hash, old._version AS was_version,
                    old._file IS DISTINCT FROM %3$s OR old._line <> word._line OR word._version > old._version AS is_elsewhere,
                    %4$s AS is_itself, old._closed_by AS was_closed_by, tombstone.origin AS ended_by,
                    tombstone.id IS NOT NULL AND (word._version IS NULL OR tombstone.version >= word._version) AS is_ended
                FROM word LEFT JOIN %1$s old ON old.id = word.id
                LEFT JOIN tombstone ON tombstone.kind = %2$s AND tombstone.id = word.id
                WHERE NOT word._closed AND NOT %5$s
                """.formatted(staged, kind, Sql.text(delivery.name()), isItself(), isOvertaken());
    }

    /** A row that was staged before it was corrected takes its own place. */
    private String isItself() {
        return "old._file = %s AND old._line = word._line AND word._line IN (SELECT line FROM corrected)"
                .formatted(Sql.text(delivery.name()));
    }

    /** Whether what is staged came after the file of a corrected row that comes without it, or further down in the file. */
    private String isOvertaken() {
        return isLate
                ? """
                        coalesce((SELECT (l.load, l.feed <> %1$s, l.file, old._line) > (c.load, false, %2$s, word._line)
                            FROM landed l, corrected c WHERE l.source = old._source AND l.feed = old._feed AND l.file = old._file
                                AND c.line = word._line), false)""".formatted(Sql.text(delivery.feedName()),
                        Sql.text(delivery.name()))
                : "false";
    }

    private String changed() {
        return """
                CREATE OR REPLACE TEMP TABLE changed AS SELECT * FROM meeting
                WHERE is_new OR ((_hash <> was_hash OR (was_closed_at IS NOT NULL) <> is_ended) AND %s)
                """.formatted(hasTheWord());
    }

    private String hasTheWord() {
        String returns = delivery.feed().terms().changeKind() == ChangeKind.SNAPSHOT
                ? "was_closed_at IS NOT NULL"
                : "false";
        return isVersioned
                ? "(was_version IS NULL OR _version > was_version OR _version = was_version AND (_hash > was_hash OR is_itself) OR %s)"
                        .formatted(returns)
                : "true";
    }

    /**
     * A row with the values that are known changes nothing. Yet it says where they are found now, and no row from before it may
     * take its place.
     */
    private String heed() {
        return isLate ? "SELECT 1" : """
                UPDATE %1$s old SET _file = %2$s, _line = met._line, _version = greatest(met._version, old._version)
                FROM (SELECT * FROM meeting ANTI JOIN changed USING (id) WHERE is_elsewhere AND _hash = was_hash) met
                WHERE met.id = old.id
                """.formatted(staged, Sql.text(delivery.name()));
    }

    private String take(long load, String at) {
        List<String> names = mapped.kind().fields().stream().map(RecordField::name).toList();
        return """
                INSERT INTO %1$s (id, %2$s, %3$s)
                SELECT c.id, %4$s, %5$s, row._key, %6$s, c._line, %7$d, coalesce(was_first_seen, TIMESTAMP '%8$s'),
                    TIMESTAMP '%8$s', c._hash || CASE WHEN is_ended THEN '%9$s' ELSE '' END, c._version,
                    CASE WHEN is_ended THEN coalesce(was_closed_at, TIMESTAMP '%8$s') END,
                    %12$s, CASE WHEN is_ended THEN coalesce(was_closed_by, ended_by) END, %10$s
                FROM changed c JOIN %11$s row ON row._line = c._line
                """.formatted(staged, FIELDS_OF_BOOKKEEPING, Sql.names(names), Sql.text(delivery.source().source()),
                Sql.text(delivery.feedName()), Sql.text(delivery.name()), load, at, Tables.CLOSED,
                names.stream().map(name -> "row." + Sql.name(name)).collect(joining(", ")), mapped.tableName(),
                origin("c"));
    }

    /** Closes the staged records whose end was told, and no later row speaks against it. */
    private String close(String at, long load) {
        return """
                CREATE OR REPLACE TEMP TABLE ended AS
                SELECT word._line, %6$s AS origin, old.id FROM (SELECT * FROM word WHERE _closed) word
                JOIN %1$s old ON old.id = word.id
                WHERE old._closed_at IS NULL AND NOT %5$s
                    AND (word._version IS NULL OR old._version IS NULL OR word._version >= old._version);
                UPDATE %1$s old SET _closed_at = TIMESTAMP '%2$s', _last_seen = TIMESTAMP '%2$s', _hash = _hash || '%3$s', _load = %4$d,
                    _closed_by = ended.origin
                FROM ended WHERE ended.id = old.id
                """.formatted(staged, at, Tables.CLOSED, load, isOvertaken(), origin("word"));
    }

    /** Where a row of one of the tables here came from. */
    private String origin(String table) {
        return "(%d + %s._line)".formatted(RowPlace.start(number), table);
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
