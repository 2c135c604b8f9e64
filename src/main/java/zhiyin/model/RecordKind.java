package zhiyin.model;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A kind of record that source files fill and the graph holds, such as a bill. A feature declares its kinds as beans; the
 * load stages, checks and merges them without knowing more.
 *
 * <p>{@code mergeStatement} is Cypher that takes {@code $rows} and {@code $at} (the instant of the load, for
 * {@code updatedAt}). It must end in the same graph however often it runs with the same rows. A row has
 * <ul>
 * <li>{@code id}: {@code <source>:<key>}, unique within the kind,
 * <li>{@code customer}: id of the customer that the party was resolved to, for kinds with a {@link RecordField#party()},
 * <li>{@code moved}: whether it was merged before under another customer,
 * <li>one id for each reference field, under the field's name; null when absent,
 * <li>{@code properties}: {@code id}, all other fields, {@code customerId} and each reference as {@code <field>Id};
 * for records that sources fill {@code closedAt}, {@code origin} and {@code closedBy} as well (see {@link GraphShape}). Instants
 * have the offset Z: the graph holds two instants of different offsets for different, and lists are sorted by them.
 * </ul>
 *
 * @param name           label in the graph and name in the YAML of sources
 * @param fields         its fields
 * @param shape          what records become in the graph; the merge statement does the same
 * @param mergeStatement Cypher that merges a batch of rows
 * @param removeStatement Cypher that takes records away that are no more, for kinds that the hub makes itself; its rows have
 *                        {@code id}, {@code customer} and, for customers, {@code survivor}; null when records stay
 * @param history         where its events are kept when they grow old; null when the graph keeps all records
 */
public record RecordKind(String name, List<RecordField> fields, GraphShape shape, String mergeStatement,
        @Nullable String removeStatement, @Nullable History history) {

    /** A kind that the graph does not show: others are made of its records. */
    public RecordKind(String name, List<RecordField> fields, String mergeStatement) {
        this(name, fields, GraphShape.nothing(), mergeStatement, null, null);
    }

    /** A kind of which the graph keeps all records. */
    public RecordKind(String name, List<RecordField> fields, GraphShape shape, String mergeStatement,
            @Nullable String removeStatement) {
        this(name, fields, shape, mergeStatement, removeStatement, null);
    }

    /** A kind whose records stay. */
    public RecordKind(String name, List<RecordField> fields, GraphShape shape, String mergeStatement) {
        this(name, fields, shape, mergeStatement, null);
    }

    /** The same kind with events that grow old. */
    public RecordKind with(History itsHistory) {
        return new RecordKind(name, fields, shape, mergeStatement, removeStatement, itsHistory);
    }

    /** Whether its records belong to a customer. */
    public boolean belongsToCustomer() {
        return fields.stream().anyMatch(field -> field.type() == FieldType.Plain.PARTY);
    }

    /** Fields that name another record. */
    public Stream<RecordField> references() {
        return fields.stream().filter(RecordField::isReference);
    }

    /** Names of the kinds that must be merged before this one. */
    public List<String> dependencies() {
        return references().map(field -> ((FieldType.Reference) field.type()).kind()).distinct().toList();
    }
}
