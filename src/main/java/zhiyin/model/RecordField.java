package zhiyin.model;

/**
 * A field of a {@link RecordKind}, which sources fill and the graph shows as a property of the same name.
 *
 * @param name     name in YAML, graph and API
 * @param type     what its values may be
 * @param required whether a record without it is refused
 */
public record RecordField(String name, FieldType type, boolean required) {

    /** A field that every record has. */
    public static RecordField required(String name, FieldType type) {
        return new RecordField(name, type, true);
    }

    /** A field that a record may lack. */
    public static RecordField optional(String name, FieldType type) {
        return new RecordField(name, type, false);
    }

    /** The party that the record belongs to; the graph shows its customer. */
    public static RecordField party() {
        return required("party", FieldType.Plain.PARTY);
    }

    /** Whether the field names another record. */
    public boolean isReference() {
        return type instanceof FieldType.Reference;
    }
}
