/**
 * Finds customers by whatever a person types: names in any script or romanised, numbers, addresses. The index is a projection
 * of the graph and can be dropped and rebuilt at any time; all folding of text is done here, before indexing and before
 * querying, so that every search server finds the same. Beside it lies an index of events for each kind of record that has a
 * history, whole, a projection of staging.
 */
@ApplicationModule(allowedDependencies = {"model", "graph", "relay", "contact", "customer"})
@NullMarked
package zhiyin.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
