/**
 * Serves the web console, which is built from {@code src/main/console} into {@code console/} on the class path. Its own
 * addresses, such as {@code /console/customer/…}, all answer with the one page that then shows them.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
