package zhiyin.graph;

import java.util.Arrays;
import java.util.List;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.model.GraphShape;
import zhiyin.model.RecordKind;

/**
 * How the graph holds the records of a kind: what its merge statement leaves behind, read back for those who compare, and
 * taken away for those who mend.
 *
 * <p>The page statement takes {@code $after} and {@code $limit} and answers rows of
 * <ul>
 * <li>{@code place}: what they are read in the order of; several records may have one place, and {@code $limit} counts places,
 * <li>{@code id} of the record,
 * <li>{@code properties}, as merge statements are given them,
 * <li>{@code ends}: by the name of a reference field, or {@code customer}, the ids of the nodes that the record is tied to.
 * </ul>
 *
 * @param kind    name of the kind of record
 * @param place   field of the record that its place is
 * @param ends    names of the ends that a page tells
 * @param page    Cypher that reads a page
 * @param loosen  Cypher that takes its ties from the records in {@code $rows}, before they are merged again; null when it has none
 * @param remove  Cypher that takes the records in {@code $rows} away
 * @param possible Cypher that answers the {@code id} of those in {@code $rows} that the graph can hold; null when it can hold all
 */
public record GraphImage(String kind, String place, List<String> ends, String page, @Nullable String loosen,
        String remove, @Nullable String possible) {

    private static final String ID = "id";

    /**
     * What ties a record's node to another.
     *
     * @param end   name of the reference field that holds the id of the other node, or {@code customer}
     * @param type  type of the relationship
     * @param isOut whether it goes out from the record
     */
    public record Tie(String end, String type, boolean isOut) {

        /** A tie that goes out from the record. */
        public static Tie to(String end, String type) {
            return new Tie(end, type, true);
        }

        /** A tie that comes from the other node. */
        public static Tie from(String end, String type) {
            return new Tie(end, type, false);
        }

        private String read() {
            return (isOut ? "%s: [(node)-[:%s]->(end) | end.id]" : "%s: [(node)<-[:%s]-(end) | end.id]")
                    .formatted(end, type);
        }
    }

    // Labels and types are never a client's word.
    private static GraphImage ofNodes(String kind, Tie... ties) {
        String page = """
                MATCH (node:%s) WHERE node.id > $after
                WITH node ORDER BY node.id LIMIT $limit
                RETURN node.id AS place, node.id AS id, properties(node) AS properties, {%s} AS ends
                """.formatted(kind, Arrays.stream(ties).map(Tie::read).collect(joining(", ")));
        return ofNodes(kind, page, ties);
    }

    /** Records that are nodes, tied to others as their shape says. */
    public static GraphImage of(RecordKind kind) {
        return ofNodes(kind.name(), kind.shape().links().stream().map(GraphImage::tie).toArray(Tie[]::new));
    }

    private static Tie tie(GraphShape.Link link) {
        return link.from() instanceof GraphShape.End.Own
                ? Tie.to(end(link.to()), link.type())
                : Tie.from(end(link.from()), link.type());
    }

    private static String end(GraphShape.End end) {
        return switch (end) {
            case GraphShape.End.OfCustomer _ -> "customer";
            case GraphShape.End.Named named -> named.field();
            case GraphShape.End.Own _ -> throw new IllegalStateException("No record is tied to itself");
        };
    }

    /** The same, with properties that are not all on the node. */
    public static GraphImage ofNodes(String kind, String page, Tie... ties) {
        String loosen = """
                UNWIND $rows AS row
                MATCH (node:%s {id: row.id})-[tie:%s]-()
                DELETE tie
                """.formatted(kind, Arrays.stream(ties).map(Tie::type).collect(joining("|")));
        String remove = """
                UNWIND $rows AS row
                MATCH (node:%s {id: row.id})
                DETACH DELETE node
                """.formatted(kind);
        return new GraphImage(kind, ID, Arrays.stream(ties).map(Tie::end).toList(), page,
                ties.length == 0 ? null : loosen, remove, null);
    }

    /** Records that are relationships: to mend one is to take it away and merge it anew. */
    public static GraphImage ofRelationships(String kind, String place, String page, String remove) {
        return new GraphImage(kind, place, List.of(), page, remove, remove, null);
    }

    /** The same, where the graph holds only some of the records. */
    public GraphImage where(String possibleStatement) {
        return new GraphImage(kind, place, ends, page, loosen, remove, possibleStatement);
    }
}
