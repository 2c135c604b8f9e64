/** What a customer holds, what the operator sells, and what is consumed by month. Adds {@code products} to Customer. */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
