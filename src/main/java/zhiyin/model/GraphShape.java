package zhiyin.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toUnmodifiableSet;

/**
 * What the records of a kind become in the graph. A kind's merge statement does what its shape says: the shape is what a graph is
 * filled from at once, and a test compares the two.
 *
 * <p>A node has the kind's name as its label, {@code id}, {@code updatedAt}, the fields that are not {@code apart}, a party as
 * {@code customerId} and each reference as {@code <field>Id}; and where sources fill the kind {@code closedAt}, {@code origin} and
 * {@code closedBy}, the {@link RowPlace}s of the row that it stems from and of what closed it.
 *
 * @param nodes which nodes there are
 * @param apart fields that no node shows
 * @param links the relationships of each record
 */
public record GraphShape(Nodes nodes, Set<String> apart, List<Link> links) {

    /** Which nodes a kind's records become. */
    public sealed interface Nodes {

        /** One for each record. */
        record Each() implements Nodes {}

        /**
         * One for all records that agree in a field, which is the node's id.
         *
         * @param field the field
         */
        record Shared(String field) implements Nodes {}

        /** None: a record is a relationship. */
        record None() implements Nodes {}
    }

    /** Where a relationship begins or ends. */
    public sealed interface End {

        /** The record's own node. */
        record Own() implements End {}

        /** The customer that the record belongs to. */
        record OfCustomer() implements End {}

        /**
         * The node that a field names. Without such a node there is no relationship.
         *
         * @param field  the field
         * @param label  the node's label
         * @param prefix what the node's id has before the field's value
         */
        record Named(String field, String label, String prefix) implements End {}
    }

    /** A property of a relationship. */
    public sealed interface Property {

        /** Its name. */
        String name();

        /**
         * The value of a field.
         *
         * @param name the field, and the property
         */
        record OfField(String name) implements Property {}

        /**
         * The id of the record.
         *
         * @param name the property
         */
        record RecordId(String name) implements Property {}

        /**
         * The {@link RowPlace} of the row that the record stems from.
         *
         * @param name the property
         */
        record Origin(String name) implements Property {}

        /**
         * The instant of the load.
         *
         * @param name the property
         */
        record Moment(String name) implements Property {}

        /**
         * The same text for all.
         *
         * @param name the property
         * @param text its value
         */
        record Text(String name, String text) implements Property {}

        /**
         * The same number for all.
         *
         * @param name   the property
         * @param value its value
         */
        record Decimal(String name, double value) implements Property {}
    }

    /**
     * A relationship of each record.
     *
     * @param type       its type
     * @param from       where it begins
     * @param to         where it ends
     * @param properties what it carries
     */
    public record Link(String type, End from, End to, List<Property> properties) {

        /** A relationship that carries something. */
        public Link(String type, End from, End to, Property... properties) {
            this(type, from, to, List.of(properties));
        }
    }

    /** Neither nodes nor relationships. */
    static GraphShape nothing() {
        return new GraphShape(new Nodes.None(), Set.of(), List.of());
    }

    /** A node for each record, without relationships. */
    public static GraphShape node() {
        return new GraphShape(new Nodes.Each(), Set.of(), List.of());
    }

    /** A node for each record, which its customer points to. */
    public static GraphShape ofCustomer(String type) {
        return node().and(new Link(type, new End.OfCustomer(), new End.Own()));
    }

    /** A node for each record, which the record that a field names points to. */
    public static GraphShape of(String field, String label, String type) {
        return node().and(new Link(type, new End.Named(field, label, ""), new End.Own()));
    }

    /** A node for all records that agree in a field. */
    public static GraphShape shared(String field) {
        return new GraphShape(new Nodes.Shared(field), Set.of(field), List.of());
    }

    /** A relationship for each record. */
    public static GraphShape link(Link link) {
        return nothing().and(link);
    }

    /** The same with one more relationship. */
    public GraphShape and(Link link) {
        return new GraphShape(nodes, apart, Stream.concat(links.stream(), Stream.of(link)).toList());
    }

    /** The same with nodes that do not show a field. */
    public GraphShape without(String field) {
        return new GraphShape(nodes, Stream.concat(apart.stream(), Stream.of(field)).collect(
                toUnmodifiableSet()), links);
    }
}
