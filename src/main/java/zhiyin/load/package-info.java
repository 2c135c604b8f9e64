/**
 * The load, from the sources' files to graph and search, as one Spring Batch job that says its steps in order, goes on where it
 * stopped, and tells how far it is. Adds {@code loads}, {@code loadStart}, {@code loadStop} and
 * {@code loadReplay} to the API.
 */
@ApplicationModule(allowedDependencies = {"model", "relay", "graph", "source", "staging", "identity", "golden",
        "lineage", "tag",
        "search", "schedule", "report", "reject"})
@NullMarked
package zhiyin.load;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
