package zhiyin.load;

/** Whether a first load may go through Neo4j's bulk importer. */
enum ImportMode {
    /** Where it is faster and the hub may stop and start Neo4j. */
    AUTO,
    /** Never. */
    NEVER,
    /** As AUTO; for a Neo4j that the hub may not stop, it writes the files and waits until somebody has imported them. */
    FILES
}
