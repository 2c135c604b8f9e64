package zhiyin.schedule;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of schedules.
 *
 * @param enabled whether this node runs them; the API shows and changes them in any case
 * @param look    how often it is looked whether a schedule is due
 * @param late    how late a run may start without counting as missed
 * @param turn    how long a run that has to wait for its turn waits until it asks again
 * @param retry   how long after a failure a run is tried again
 */
@ConfigurationProperties(prefix = "zhiyin.schedule", ignoreUnknownFields = false)
record ScheduleSettings(@DefaultValue("true") boolean enabled, @DefaultValue("10s") Duration look,
        @DefaultValue("1m") Duration late, @DefaultValue("15s") Duration turn, @DefaultValue("1m") Duration retry) {}
