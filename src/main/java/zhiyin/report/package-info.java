/**
 * Tells other systems over HTTP what loads did: alerts for people, such as a load that failed, and lineage as OpenLineage events.
 * Neither ever holds a load up, and neither carries personal values.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package zhiyin.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
