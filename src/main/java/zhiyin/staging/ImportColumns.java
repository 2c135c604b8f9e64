package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.model.FieldType;
import zhiyin.model.GraphShape.End;
import zhiyin.model.GraphShape.Link;
import zhiyin.model.GraphShape.Nodes;
import zhiyin.model.GraphShape.Property;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** The columns of import files as SQL over the work list of a kind, under the headers that Neo4j's importer knows. */
record ImportColumns(RecordKind kind, String at) {

    /** The table of the tags that customers can carry. */
    static final String TAGS = "import_tag";

    private static final String INSTANT = "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ')";

    /** The hub takes away what it makes itself, and closes what sources have no more. */
    private boolean isFilledBySources() {
        return kind.removeStatement() == null;
    }

    /** The rows of the kind's nodes. */
    String nodes() {
        List<String> columns = new ArrayList<>();
        columns.add("%s AS %s".formatted(ownId(), Sql.name("id:ID(%s)".formatted(kind.name()))));
        if (kind.belongsToCustomer()) {
            columns.add("customer AS \"customerId:string\"");
        }
        kind.fields().stream().filter(field -> !kind.shape().apart().contains(field.name()))
                .filter(field -> field.type() != FieldType.Plain.PARTY)
                .forEach(field -> columns.add(column(field, field.isReference() ? field.name() + "Id" : field.name())));
        if (isFilledBySources()) {
            columns.add("%s AS \"closedAt:datetime\"".formatted(INSTANT.formatted("_closed_at")));
            columns.add("_origin AS \"origin:long\", _closed_by AS \"closedBy:long\"");
        }
        columns.add("%s AS \"updatedAt:datetime\"".formatted(Sql.text(at)));
        return "SELECT %s%s FROM %s".formatted(distinct(), String.join(", ", columns), Tables.todo(kind));
    }

    /** Columns of the work list that the kind's nodes show, and that may hold anything a source says. */
    List<String> texts() {
        return Stream.of(Stream.of("id"), kind.belongsToCustomer() ? Stream.of("customer") : Stream.<String>empty(),
                kind.fields().stream().filter(ImportColumns::isText).map(field -> Sql.name(field.name())))
                .flatMap(columns -> columns).toList();
    }

    /** The same of one of the kind's relationships. */
    List<String> texts(Link link) {
        return Stream.concat(Stream.of(link.from(), link.to()).map(this::id),
                link.properties().stream().flatMap(property -> property instanceof Property.OfField field
                        && isText(field(field.name())) ? Stream.of(Sql.name(field.name())) : Stream.of("id")))
                .toList();
    }

    private static boolean isText(RecordField field) {
        return field.type() == FieldType.Plain.TEXT || field.isReference();
    }

    private String distinct() {
        return kind.shape().nodes() instanceof Nodes.Shared shared
                ? "DISTINCT ON (%s) ".formatted(Sql.name(shared.field()))
                : "";
    }

    private String ownId() {
        return switch (kind.shape().nodes()) {
            case Nodes.Each each -> "id";
            case Nodes.Shared shared -> Sql.name(shared.field());
            case Nodes.None none -> throw new IllegalStateException(
                    "Records of %s have no node, and a relationship to it".formatted(kind.name()));
        };
    }

    private static String column(RecordField field, String property) {
        return "%s AS %s".formatted(value(field), Sql.name(property + ":" + type(field.type())));
    }

    /** The importer takes an instant apart as a text; the offset Z is what the merge statements are given. */
    private static String value(RecordField field) {
        String name = Sql.name(field.name());
        return switch (type(field.type())) {
            case "date" -> "strftime(" + name + ", '%Y-%m-%d')";
            case "datetime" -> INSTANT.formatted(name);
            default -> name;
        };
    }

    private static String type(FieldType type) {
        return switch (type) {
            case FieldType.Plain plain -> switch (plain) {
                case TEXT, PARTY -> "string";
                case INTEGER, LONG -> "long";
                case DECIMAL -> "double";
                case DATE -> "date";
                case DATE_TIME -> "datetime";
                case BOOLEAN -> "boolean";
            };
            case FieldType.Code code -> "string";
            case FieldType.Reference reference -> "string";
        };
    }

    /** The rows of one of the kind's relationships. */
    String links(Link link) {
        String ends = "%s AS %s, %s AS %s".formatted(id(link.from()),
                Sql.name(":START_ID(%s)".formatted(label(link.from()))),
                id(link.to()), Sql.name(":END_ID(%s)".formatted(label(link.to()))));
        String properties = link.properties().stream().map(property -> ", " + column(property)).collect(joining());
        String known = Stream.concat(Stream.of(link.from(), link.to()).map(ImportColumns::known),
                kind.shape().nodes() instanceof Nodes.None ? Stream.of("_closed_at IS NULL") : Stream.<String>empty())
                .collect(joining(" AND "));
        return "SELECT %s%s FROM %s WHERE %s".formatted(ends, properties, Tables.todo(kind), known);
    }

    private String id(End end) {
        return switch (end) {
            case End.Own own -> ownId();
            case End.OfCustomer owner -> "customer";
            case End.Named named -> named(named);
        };
    }

    private static String named(End.Named named) {
        return "%s || %s".formatted(Sql.text(named.prefix()), Sql.name(named.field()));
    }

    private String label(End end) {
        return switch (end) {
            case End.Own own -> kind.name();
            case End.OfCustomer owner -> "Customer";
            case End.Named named -> named.label();
        };
    }

    private static String known(End end) {
        return switch (end) {
            case End.Own own -> "true";
            case End.OfCustomer owner -> "customer IS NOT NULL";
            case End.Named named -> "%s IN (SELECT id FROM %s)".formatted(named(named),
                    named.label().equals("Tag") ? TAGS : "todo." + Sql.name(named.label()));
        };
    }

    private String column(Property property) {
        return switch (property) {
            case Property.OfField field -> column(field(field.name()), field.name());
            case Property.RecordId id -> "id AS " + Sql.name(id.name() + ":string");
            case Property.Origin origin -> "_origin AS " + Sql.name(origin.name() + ":long");
            case Property.Moment moment -> Sql.text(at) + " AS " + Sql.name(moment.name() + ":datetime");
            case Property.Text text -> Sql.text(text.text()) + " AS " + Sql.name(text.name() + ":string");
            case Property.Decimal decimal -> decimal.value() + " AS " + Sql.name(decimal.name() + ":double");
        };
    }

    private RecordField field(String name) {
        return kind.fields().stream().filter(field -> field.name().equals(name)).findFirst().orElseThrow(
                () -> new IllegalStateException(
                        "%s has no field '%s' for a relationship".formatted(kind.name(), name)));
    }
}
