package zhiyin.graph;

import java.util.HashMap;
import java.util.Map;

/**
 * A row as the load hands it to a merge statement.
 *
 * @param parts      what the statement itself uses
 * @param properties what the node will hold
 */
public record MergeRow(Map<String, Object> parts, Map<String, Object> properties) {

    static MergeRow of(String id) {
        return new MergeRow(Map.of("id", id, "moved", false), Map.of("id", id));
    }

    /** The same of a customer. */
    public MergeRow ofCustomer(String customer) {
        return new MergeRow(and(parts, "customer", customer), and(properties, "customerId", customer));
    }

    /** The same after its customer became another one. */
    public MergeRow movedTo(String customer) {
        MergeRow moved = ofCustomer(customer);
        return new MergeRow(and(moved.parts, "moved", true), moved.properties);
    }

    /** The same referring to another record. */
    public MergeRow referring(String field, String id) {
        return new MergeRow(and(parts, field, id), and(properties, field + "Id", id));
    }

    /** The same with a property. */
    public MergeRow with(String name, Object value) {
        return new MergeRow(parts, and(properties, name, value));
    }

    Map<String, Object> values() {
        return and(parts, "properties", properties);
    }

    private static Map<String, Object> and(Map<String, Object> map, String name, Object value) {
        Map<String, Object> more = new HashMap<>(map);
        more.put(name, value);
        return more;
    }
}
