package zhiyin.schedule;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;

/** Begins to run schedules on this node when the hub serves, not when a command only uses its parts. */
@Component
public class Scheduling implements DbSchedulerStarter {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.schedule");

    private final Scheduler scheduler;
    private final Schedules schedules;
    private final ScheduleSettings settings;

    Scheduling(Scheduler scheduler, Schedules schedules, ScheduleSettings settings) {
        this.scheduler = scheduler;
        this.schedules = schedules;
        this.settings = settings;
    }

    /** Begins, unless this node is told to run none. */
    @Override
    public void doStart() {
        if (settings.enabled()) {
            scheduler.start();
            LOG.info("{} schedules, {} of them paused", schedules.all().size(),
                    schedules.all().stream().filter(ScheduleInForce::paused).count());
        }
    }
}
