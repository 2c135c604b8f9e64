/**
 * When work is done by itself: what {@code etl/schedules.yaml} declares and the API overrides, and the runs that came of it. Other
 * modules offer kinds of work as {@link zhiyin.schedule.ScheduledWork}. Adds {@code schedules}, {@code backfill} and more to the
 * API.
 */
@ApplicationModule(allowedDependencies = {"declaration", "model", "relay"})
@NullMarked
package zhiyin.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
