package zhiyin.schedule;

import java.util.Optional;
import java.util.Set;

import org.springframework.stereotype.Component;

import zhiyin.relay.NodeSource;

/** Schedules by their global ids. */
@Component
class ScheduleNodes implements NodeSource {

    private final Schedules schedules;
    private final Queue queue;

    ScheduleNodes(Schedules schedules, Queue queue) {
        this.schedules = schedules;
        this.queue = queue;
    }

    @Override
    public String type() {
        return "Schedule";
    }

    @Override
    public Set<String> readers() {
        return Set.of("ENGINEER");
    }

    @Override
    public Optional<Schedule> find(String id) {
        return schedules.find(id).map(schedule -> Schedule.of(schedule, queue.now()));
    }
}
