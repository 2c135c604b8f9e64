package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import static java.util.stream.Collectors.joining;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;
import zhiyin.source.ColumnType;
import zhiyin.source.Feed;
import zhiyin.source.FieldMapping;
import zhiyin.source.RecordMapping;
import zhiyin.source.Source;
import zhiyin.source.SqlTypes;

/** The SQL that makes records of one kind out of typed rows. */
class Mapped {

    private final Source source;
    private final Feed feed;
    private final String feedName;
    private final RecordMapping mapping;
    private final RecordKind kind;
    private final String table;

    Mapped(Delivery delivery, RecordMapping mapping, RecordKind kind, String table) {
        this.source = delivery.source();
        this.feed = delivery.feed();
        this.feedName = delivery.feedName();
        this.mapping = mapping;
        this.kind = kind;
        this.table = table;
    }

    /** Makes the mapping's own table of the table {@code typed}: id, key, fields and line. */
    String table() {
        return "CREATE OR REPLACE TEMP TABLE %s AS SELECT _line, _version, _closed, %s AS _key, %s AS id, %s FROM typed WHERE %s"
                .formatted(table,
                        key(), id(), kind.fields().stream().map(field -> value(field) + " AS " + Sql.name(field.name()))
                                .collect(joining(", ")),
                        condition());
    }

    private String condition() {
        return mapping.when() == null ? "true" : "coalesce(%s, false)".formatted(Sql.tried(mapping.when(), "BOOLEAN"));
    }

    private String key() {
        return mapping.key().stream().map(column -> "CAST(%s AS VARCHAR)".formatted(Sql.name(column)))
                .collect(joining(" || '/' || "));
    }

    private String id() {
        String prefix = kind.name().equals(Tables.PARTY)
                ? source.source() + ":" + feedName + ":"
                : source.source() + ":";
        return Sql.text(prefix) + " || " + key();
    }

    private String value(RecordField field) {
        FieldMapping from = mapping.fields().get(field.name());
        String type = SqlTypes.of(field.type());
        if (from == null) {
            return "CAST(NULL AS %s)".formatted(type);
        }
        String value = value(field, from);
        return mayFail(field, from) ? Sql.tried(value, type) : "CAST(%s AS %s)".formatted(value, type);
    }

    private String value(RecordField field, FieldMapping from) {
        if (from.sql() != null) {
            return from.sql();
        }
        if (from.constant() != null) {
            return Sql.text(from.constant());
        }
        String column = Sql.name(Objects.requireNonNull(from.column()));
        return switch (field.type()) {
            case FieldType.Plain.PARTY -> Sql.text(partyPrefix(from)) + " || " + column;
            case FieldType.Reference reference -> Sql.text(referenceSource(from) + ":") + " || " + column;
            case FieldType.Plain plain -> coded(column, from);
            case FieldType.Code code -> coded(column, from);
        };
    }

    private String partyPrefix(FieldMapping from) {
        return (from.feed() == null ? source.source() + ":" + feedName : from.feed().replace('.', ':')) + ":";
    }

    private String referenceSource(FieldMapping from) {
        return from.source() == null ? source.source() : from.source();
    }

    private static String coded(String column, FieldMapping from) {
        if (from.meanings().isEmpty()) {
            return column;
        }
        return from.meanings().entrySet().stream()
                .map(code -> "WHEN %s THEN %s".formatted(Sql.text(code.getKey()), literal(code.getValue())))
                .collect(joining(" ", "CASE CAST(%s AS VARCHAR) ".formatted(column), " END"));
    }

    private static String literal(String meaning) {
        return meaning.isEmpty() ? "NULL" : Sql.text(meaning);
    }

    /** Statements that note in {@code fault} the rows from which the record cannot be computed; they look at {@code typed}. */
    List<String> computable() {
        List<String> checks = new ArrayList<>();
        if (mapping.when() != null) {
            checks.add(computable(null, RejectReason.CHECK,
                    Sql.tried("(%s) IS NULL".formatted(mapping.when()), "BOOLEAN"),
                    "whether the row is of a %s cannot be computed: %s".formatted(kind.name(), mapping.when())));
        }
        for (RecordField field : kind.fields()) {
            FieldMapping from = mapping.fields().get(field.name());
            if (from != null && mayFail(field, from)) {
                String type = SqlTypes.of(field.type());
                checks.add(computable(origin(field.name()), RejectReason.TYPE,
                        "CASE WHEN NOT _closed AND %s THEN TRY(CAST((%s) AS %s) IS NULL) ELSE true END".formatted(
                                condition(),
                                value(field, from), type),
                        "no '%s' of %s, which is of the type %s, can be made of the row".formatted(field.name(),
                                kind.name(), type)));
            }
        }
        return checks;
    }

    private boolean mayFail(RecordField field, FieldMapping from) {
        if (from.column() == null || !(field.type() instanceof FieldType.Plain plain)) {
            return from.sql() != null;
        }
        ColumnType type = feed.isCurrency(from.column()) ? ColumnType.TEXT : feed.column(from.column()).type();
        boolean isSame = from.meanings().isEmpty() && (type.name().equals(plain.name())
                || type == ColumnType.MONEY && plain == FieldType.Plain.DECIMAL);
        return plain != FieldType.Plain.TEXT && plain != FieldType.Plain.PARTY && !isSame;
    }

    private static String computable(@Nullable String field, RejectReason reason, String answer, String message) {
        return """
                INSERT INTO fault SELECT _line, %s, '%s', %s FROM typed WHERE (%s) IS NULL
                """.formatted(field == null ? "NULL" : Sql.text(field), reason, Sql.text(message), answer);
    }

    /** Statements that note in {@code fault} codes that mean nothing; they look at {@code typed}. */
    List<String> codeChecks() {
        List<String> checks = new ArrayList<>();
        for (Map.Entry<String, FieldMapping> field : mapping.fields().entrySet()) {
            FieldMapping from = field.getValue();
            if (from.column() != null && !from.meanings().isEmpty()) {
                checks.add(Typed.fault(from.column(), RejectReason.CODE,
                        feed.column(from.column()).strictness().effectiveSeverity(),
                        "typed._line IN (SELECT _line FROM typed WHERE %s) AND typed.%2$s IS NOT NULL AND CAST(typed.%2$s AS VARCHAR) NOT IN (%3$s)"
                                .formatted(condition(), Sql.name(from.column()), Sql.texts(from.meanings().keySet())),
                        Typed.shown(from.column(), feed.column(from.column()),
                                "is not one of " + from.meanings().keySet())));
            }
        }
        return checks;
    }

    /** Statements that note in {@code fault} required fields without a value; they look at the mapping's table. */
    List<String> requiredChecks() {
        List<String> checks = new ArrayList<>();
        checks.add(required("id", String.join("+", mapping.key()), "true"));
        kind.fields().stream().filter(RecordField::required)
                .forEach(field -> checks.add(required(field.name(), origin(field.name()), "NOT _closed")));
        return checks;
    }

    private String origin(String field) {
        FieldMapping from = mapping.fields().get(field);
        return from == null || from.column() == null ? field : from.column();
    }

    private String required(String field, String origin, String condition) {
        return """
                INSERT INTO fault SELECT _line, %s, 'REQUIRED', %s FROM %s
                WHERE %s IS NULL AND %s AND _line NOT IN (SELECT line FROM fault)
                """.formatted(Sql.text(origin), Sql.text("%s needs a value of '%s'".formatted(kind.name(), field)),
                table, Sql.name(field), condition);
    }

    /** The kind of record that the mapping makes. */
    RecordKind kind() {
        return kind;
    }

    /** The mapping's own table. */
    String tableName() {
        return table;
    }
}
