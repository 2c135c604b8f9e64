package zhiyin.lineage;

/**
 * Where something came from, without what it says, as the schema describes it.
 *
 * @param type  kind of record, or {@code Customer}
 * @param key   its id within the type
 * @param trace where it came from
 */
public record Lineage(String type, String key, Trace trace) implements Traced {}
