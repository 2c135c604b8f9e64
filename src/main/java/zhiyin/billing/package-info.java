/** What a customer owes and has paid. Adds {@code billingAccounts} and {@code bills} to Customer. */
@ApplicationModule(allowedDependencies = {"model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
