/** Files that people write for the hub: where in them a mistake stands. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.declaration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
