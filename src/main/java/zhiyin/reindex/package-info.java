/**
 * Builds the search index anew from the graph, and those of events from staging, while readers go on with the ones before, and
 * goes on where it was after a kill.
 * Adds {@code reindex} and {@code reindexStart} to the API.
 */
@ApplicationModule(allowedDependencies = {"load", "model", "relay", "search", "staging"})
@NullMarked
package zhiyin.reindex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
