package zhiyin.relay;

/** An object with an id of its own. The API shows the id as a global one: see {@link GlobalId}. */
public interface Entity {

    /** Id within its type, as the graph has it. */
    String id();
}
