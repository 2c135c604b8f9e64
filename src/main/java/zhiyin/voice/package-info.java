/** What a customer answered in surveys and remarked. Adds {@code feedback} to Customer. */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.voice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
