package zhiyin.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

/**
 * Says that the records of a kind are events, and where they are kept. The search server keeps all of them. The graph keeps
 * those since the begin of a window, and of those before a record for each customer and month that counts them.
 *
 * @param moment name of the field that says when an event began
 * @param months the kind of record that counts the events of a customer in a month; its fields are {@link #fieldsOfMonths}
 * @param window the kind of the one record that says where the window begins; its field is {@link #fieldsOfWindow}
 */
public record History(String moment, RecordKind months, RecordKind window) {

    /** The day on which a month begins, as months are in UTC. */
    public static final String MONTH = "month";
    /** How many events there were. */
    public static final String EVENTS = "events";
    /** When the last of them began. */
    public static final String LAST_AT = "lastAt";
    /** The first instant that the graph keeps every event of; without it, it keeps all. */
    public static final String BEGIN = "begin";

    /**
     * How many events have a code.
     *
     * @param name  of the property that says so: {@code channelCallCenter}; absent when there are none
     * @param field the field
     * @param code  its value
     */
    public record Counter(String name, String field, String code) {}

    /** A counter for each code that an event can have. */
    public static List<Counter> counters(List<RecordField> ofEvents) {
        return ofEvents.stream().flatMap(field -> field.type() instanceof FieldType.Code(List<String> codes)
                ? codes.stream().map(code -> new Counter(field.name() + inWords(code), field.name(), code))
                : Stream.empty()).toList();
    }

    private static String inWords(String code) {
        return Arrays.stream(code.split("_")).map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(joining());
    }

    /** The fields of a record that counts events. */
    public static List<RecordField> fieldsOfMonths(List<RecordField> ofEvents) {
        List<RecordField> fields = new ArrayList<>(List.of(RecordField.required(MONTH, FieldType.Plain.DATE),
                RecordField.required(EVENTS, FieldType.Plain.INTEGER),
                RecordField.required(LAST_AT, FieldType.Plain.DATE_TIME)));
        counters(ofEvents).forEach(
                counter -> fields.add(RecordField.optional(counter.name(), FieldType.Plain.INTEGER)));
        return fields;
    }

    /** The fields of the record that says where the window begins. */
    public static List<RecordField> fieldsOfWindow() {
        return List.of(RecordField.optional(BEGIN, FieldType.Plain.DATE_TIME));
    }

    /** The kinds of record that the hub makes for it, in the order in which they are merged. */
    public Stream<RecordKind> made() {
        return Stream.of(months, window);
    }
}
