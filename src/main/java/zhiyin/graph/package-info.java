/**
 * The door to Neo4j: {@link zhiyin.graph.Graph} for reads and small writes, {@link zhiyin.graph.BulkWriter} for loads, and the
 * versioned migrations that lay constraints and indexes before anything is written.
 */
@ApplicationModule(allowedDependencies = {"model", "relay"})
@NullMarked
package zhiyin.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
