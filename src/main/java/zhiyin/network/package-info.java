/** How the network serves a customer and where. Adds {@code networkExperience} and {@code area} to Customer. */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
