/** Every contact of a customer in every channel, as one time line. Adds {@code interactions} to Customer. */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
