/** Words that every part of the hub uses: kinds of record, their fields, and amounts of money. Plain Java. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
