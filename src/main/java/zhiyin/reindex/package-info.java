/**
 * Builds the search index anew from the graph while readers go on with the one before, and goes on where it was after a kill.
 * Adds {@code reindex} and {@code reindexStart} to the API.
 */
@ApplicationModule(allowedDependencies = {"load", "relay", "search"})
@NullMarked
package zhiyin.reindex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
