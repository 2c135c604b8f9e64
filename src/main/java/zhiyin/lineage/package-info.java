/**
 * Where records came from: the source, feed, file, line and load of the row that brought each. Files that loads take over get
 * numbers here, which records carry in the graph. Adds {@code origin} and {@code closedBy} to what is {@link zhiyin.lineage.Traced},
 * and {@code lineage} to the API.
 */
@ApplicationModule(allowedDependencies = {"model", "relay", "graph"})
@NullMarked
package zhiyin.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
