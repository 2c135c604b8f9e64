/**
 * What holds for the whole GraphQL API: its scalars, global ids and {@code node}, the codes that errors carry, and the limits
 * that keep every request affordable.
 */
@ApplicationModule(allowedDependencies = {"relay"})
@NullMarked
package zhiyin.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
