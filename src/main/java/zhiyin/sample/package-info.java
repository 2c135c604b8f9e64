/**
 * An operator to try things on: customers in several countries as four systems that do not agree would extract them,
 * with the truth beside them. Everything it invents is declared in {@code etl/sample}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
