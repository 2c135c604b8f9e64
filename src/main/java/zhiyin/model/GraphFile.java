package zhiyin.model;

/**
 * A file of nodes or relationships, as Neo4j's importer reads it.
 *
 * @param name          its name in the folder of such files
 * @param isOfNodes     whether it has nodes, and otherwise relationships
 * @param type          label of the nodes, or type of the relationships
 * @param hasLineBreaks whether a value in it has
 * @param longest       bytes of the longest value in it
 */
public record GraphFile(String name, boolean isOfNodes, String type, boolean hasLineBreaks, long longest) {}
