package zhiyin.model;

import org.jspecify.annotations.Nullable;

/**
 * An event as the search server keeps it: {@code id}, {@code customerId}, {@code at} (its moment in microseconds since 1970),
 * {@code closedAt}, and its fields, each reference as {@code <field>Id} and instants with the offset Z. What it lacks is absent.
 *
 * @param id      of the record
 * @param json    the document; null when there is no such event any more
 * @param version grows with the time when it was read; what was read earlier never takes the place of what was read later
 */
public record EventDocument(String id, @Nullable String json, long version) {

    /** Name of the property that events are ordered by. */
    public static final String AT = "at";
    /** Name of the property that holds whose event it is. */
    public static final String CUSTOMER = "customerId";

    /** The same as it is at another version. */
    public EventDocument at(long another) {
        return new EventDocument(id, json, another);
    }

    /** The same event, which is to be taken away. */
    public static EventDocument gone(String id, long version) {
        return new EventDocument(id, null, version);
    }
}
