package zhiyin.search;

import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.model.EventDocument;
import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** How an index keeps the events of a kind: whole, found by customer and moment and counted by codes; texts are kept alone. */
final class EventMapping {

    private static final String KEPT = "\"index\": false, \"doc_values\": false";

    private EventMapping() {}

    /** The names of the indices of a kind's events: PartyInteraction has {@code zhiyin-party-interactions}. */
    static IndexNames names(RecordKind kind, int shards) {
        Stream<String> own = Stream.of(property("id", "keyword", ""), property(EventDocument.CUSTOMER, "keyword", ""),
                property(EventDocument.AT, "long", ""), property("closedAt", "date", KEPT),
                property("origin", "long", KEPT),
                property("closedBy", "long", KEPT));
        Stream<String> fields = kind.fields().stream().filter(field -> field.type() != FieldType.Plain.PARTY)
                .map(EventMapping::property);
        return new IndexNames(EventIndex.alias(kind.name()),
                body(shards, Stream.concat(own, fields).collect(joining(",\n    "))));
    }

    private static String body(int shards, String properties) {
        return """
            {
              "settings": {"index": {"number_of_shards": %d, "auto_expand_replicas": "0-1", "gc_deletes": "1h"}},
              "mappings": {"dynamic": "strict", "properties": {
                %s
              }}
            }
            """.formatted(shards, properties);
    }

    private static String property(RecordField field) {
        return switch (field.type()) {
            case FieldType.Code code -> property(field.name(), "keyword", "");
            case FieldType.Reference reference -> property(field.name() + "Id", "keyword", "");
            case FieldType.Plain plain -> switch (plain) {
                case TEXT, PARTY -> property(field.name(), "keyword", KEPT);
                case INTEGER -> property(field.name(), "integer", KEPT);
                case LONG -> property(field.name(), "long", KEPT);
                case DECIMAL -> property(field.name(), "double", KEPT);
                case DATE, DATE_TIME -> property(field.name(), "date", "\"index\": false");
                case BOOLEAN -> property(field.name(), "boolean", KEPT);
            };
        };
    }

    private static String property(String name, String type, String more) {
        return "\"%s\": {%s}".formatted(name, Stream.concat(Stream.of("\"type\": \"" + type + "\""),
                Stream.of(more).filter(text -> !text.isEmpty())).collect(joining(", ")));
    }

    /** The fields that hold something else than texts and numbers, by name. */
    static List<RecordField> moments(RecordKind kind) {
        return kind.fields().stream()
                .filter(field -> field.type() == FieldType.Plain.DATE_TIME || field.type() == FieldType.Plain.DATE)
                .toList();
    }
}
