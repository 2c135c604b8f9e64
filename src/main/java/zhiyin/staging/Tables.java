package zhiyin.staging;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;
import zhiyin.source.SqlTypes;

/** Names and shapes of the tables that staging keeps. */
public final class Tables {

    /** Kind of record that says who somebody is; identity makes customers of it. */
    public static final String PARTY = "Party";

    private static final String BOOKKEEPING = """
            _source VARCHAR, _feed VARCHAR, _key VARCHAR, _file VARCHAR, _line BIGINT, _load BIGINT,
            _first_seen TIMESTAMP, _last_seen TIMESTAMP, _hash VARCHAR, _version BIGINT, _closed_at TIMESTAMP,
            _origin BIGINT, _closed_by BIGINT""";

    /** What the hash of a closed record ends in, so that the graph is told of it. */
    static final String CLOSED = "|closed";

    private Tables() {}

    /** The table that holds all records of a kind as they are now. */
    public static String staged(RecordKind kind) {
        return "staged." + Sql.name(kind.name());
    }

    /** The table that holds what the graph was told of a kind: id, hash, customer. */
    public static String merged(RecordKind kind) {
        return "merged." + Sql.name(kind.name());
    }

    /** The table that holds what the graph is still to be told of a kind in the load under way. */
    public static String todo(RecordKind kind) {
        return "todo." + Sql.name(kind.name());
    }

    /**
     * The table that holds the ids of a kind's records that may differ from what the graph was told: from the moment they change
     * in staging until the graph knows. Others are not looked at.
     */
    public static String untold(RecordKind kind) {
        return "untold." + Sql.name(kind.name());
    }

    /** The table that holds the ids of a kind's events of which search may have to be told. */
    static String unindexed(RecordKind kind) {
        return "unindexed." + Sql.name(kind.name());
    }

    /** The table that holds the events of a kind that the graph only counts: id, customer, month. */
    static String counted(RecordKind kind) {
        return "counted." + Sql.name(kind.name());
    }

    /** Makes the tables of a kind, and the columns that a version before did not have, where they are missing. */
    static void create(Staging staging, RecordKind kind) {
        List<String> columns = columns(kind);
        staging.run(
                "CREATE TABLE IF NOT EXISTS %s (id VARCHAR, %s)".formatted(staged(kind), String.join(", ", columns)));
        columns.forEach(
                column -> staging.run("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s".formatted(staged(kind), column)));
        createTold(staging, kind);
        if (kind.history() != null) {
            staging.run(
                    "CREATE TABLE IF NOT EXISTS %s (id VARCHAR); CREATE TABLE IF NOT EXISTS %s (id VARCHAR, customer VARCHAR, \"month\" DATE)"
                            .formatted(unindexed(kind), counted(kind)));
        }
    }

    /** Makes the tables of a kind whose records the hub makes of others that staging holds. */
    static void createMade(Staging staging, RecordKind kind) {
        String fields = kind.fields().stream().map(Tables::column).collect(joining(", "));
        staging.run("CREATE TABLE IF NOT EXISTS %s (id VARCHAR, customer VARCHAR, %s, _hash VARCHAR)"
                .formatted(staged(kind), fields));
        kind.fields().forEach(field -> staging
                .run("ALTER TABLE %s ADD COLUMN IF NOT EXISTS %s".formatted(staged(kind), column(field))));
        createTold(staging, kind);
    }

    /** Makes the tables in which a kind's records are noted that the graph was told, or is to be told. */
    public static void createTold(Staging staging, RecordKind kind) {
        staging.run(
                "CREATE TABLE IF NOT EXISTS %s (id VARCHAR, hash VARCHAR, customer VARCHAR)".formatted(merged(kind)));
        if (!staging.hasTable("untold", kind.name())) {
            staging.run("CREATE TABLE %s (id VARCHAR)".formatted(untold(kind)));
            noteUntold(staging, kind);
        }
    }

    /** Notes that the graph may have to be told of every record of a kind. */
    public static void noteUntold(Staging staging, RecordKind kind) {
        if (staging.hasTable("staged", kind.name())) {
            staging.run("INSERT INTO %s SELECT id FROM %s".formatted(untold(kind), staged(kind)));
        }
    }

    private static List<String> columns(RecordKind kind) {
        return Stream.concat(Arrays.stream(BOOKKEEPING.split(",")).map(String::strip),
                kind.fields().stream().map(Tables::column)).toList();
    }

    private static String column(RecordField field) {
        return Sql.name(field.name()) + " " + SqlTypes.of(field.type());
    }

    /** An expression that is the same for equal values of all fields and, in practice, for nothing else. */
    public static String hash(List<RecordField> fields) {
        return fields.stream().map(field -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(field.name())))
                .collect(joining(" || chr(31) || ", "md5(", ")"));
    }
}
