/**
 * Phone numbers and e-mail addresses in the one form under which the hub keeps, compares and finds them, whatever a source
 * or a caller writes.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
