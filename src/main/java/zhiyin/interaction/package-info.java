/**
 * Every contact of a customer in every channel, as one time line. Adds {@code interactions} to Customer. The graph has those of a
 * window and counts those before it; search has all.
 */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer", "search"})
@NullMarked
package zhiyin.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
