package zhiyin.model;

import java.util.Arrays;
import java.util.List;

/** What the values of a {@link RecordField} may be. */
public sealed interface FieldType {

    /** A type that needs no more said. */
    enum Plain implements FieldType {
        /** Any text. */
        TEXT,
        /** A whole number of 32 bits, as the API shows it. */
        INTEGER,
        /** A whole number of 64 bits, such as only the hub makes. */
        LONG,
        /** A number of at most 14 digits before and 4 after the point. */
        DECIMAL,
        /** A calendar date. */
        DATE,
        /** An instant. */
        DATE_TIME,
        /** True or false. */
        BOOLEAN,
        /** A party record of any source: {@code <source>:<feed>:<key>}. The graph shows its customer instead. */
        PARTY
    }

    /**
     * One of a fixed set of codes.
     *
     * @param values the codes, in the order of their declaration
     */
    record Code(List<String> values) implements FieldType {}

    /**
     * The id of another record.
     *
     * @param kind name of the {@link RecordKind} that is referred to
     */
    record Reference(String kind) implements FieldType {}

    /** The codes that are the constants of an enum, such as a GraphQL enum has them. */
    static FieldType code(Class<? extends Enum<?>> codes) {
        return new Code(Arrays.stream(codes.getEnumConstants()).map(Enum::name).toList());
    }

    /** A reference to a record of another kind. */
    static FieldType reference(String kind) {
        return new Reference(kind);
    }
}
