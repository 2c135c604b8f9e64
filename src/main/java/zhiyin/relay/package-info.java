/** Connections, cursors and global ids as the Relay specifications have them, for every feature that answers lists. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
