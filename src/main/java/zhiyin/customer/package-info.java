/**
 * The customer as clients see it: who it is, how to reach it, which source records it is made of, and who may be calling.
 * Other features add their fields to {@link zhiyin.customer.Customer}.
 */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "contact"})
@NullMarked
package zhiyin.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
