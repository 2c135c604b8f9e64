/**
 * Marks that many customers can carry: the catalogue that {@code etl/tags} declares, and who carries what. Adds {@code tags} to
 * Customer.
 */
@ApplicationModule(allowedDependencies = {"declaration", "model", "graph", "lineage", "relay", "customer"})
@NullMarked
package zhiyin.tag;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
