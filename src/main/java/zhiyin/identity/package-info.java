/**
 * Decides which party records are one customer, and keeps a customer's id the same however often it decides. What is evidence
 * is declared in {@code etl/identity.yaml}.
 */
@ApplicationModule(allowedDependencies = {"model", "staging"})
@NullMarked
package zhiyin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
