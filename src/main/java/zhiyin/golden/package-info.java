/**
 * The golden customer: of all that the sources say of a customer, what the hub shows, and where it came from. Makes the
 * records of Customer, SourceRecord and ContactMedium out of party records and their customers. Adds {@code provenance} to the API.
 */
@ApplicationModule(allowedDependencies = {"model", "graph", "staging", "identity", "lineage", "customer"})
@NullMarked
package zhiyin.golden;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
