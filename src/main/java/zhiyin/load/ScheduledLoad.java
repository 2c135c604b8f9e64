package zhiyin.load;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import zhiyin.load.LoadRequest.LoadPeriod;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.schedule.ScheduledWork;
import zhiyin.source.FeedSelection;

/** The load as schedules run it. */
@Component
class ScheduledLoad implements ScheduledWork {

    private final Loads loads;

    ScheduledLoad(Loads loads) {
        this.loads = loads;
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public @Nullable String mistakeIn(List<String> feeds) {
        List<String> unknown = loads.unknownFeeds(LoadRequest.ofAll(LoadTrigger.SCHEDULE).ofFeeds(feeds));
        return unknown.isEmpty()
                ? null
                : "no source or feed is called %s; the declarations have %s".formatted(String.join(", ", unknown),
                        String.join(", ", loads.feeds()));
    }

    @Override
    public Result run(Order order) {
        LoadRequest request = new LoadRequest(order.full(), new FeedSelection(order.feeds()), trigger(order.cause()),
                order.startedBy(), period(order), false);
        return switch (loads.run(request)) {
            case LoadOutcome.Completed(long load) -> new Result.Completed(load);
            case LoadOutcome.Failed(var load, String message) -> new Result.Failed(load, message);
            case LoadOutcome.Stopped(long load, String message) -> new Result.Failed(load, message);
            case LoadOutcome.AlreadyRunning() -> new Result.Busy("Another load is running; this one follows.");
        };
    }

    private static LoadTrigger trigger(Cause cause) {
        return switch (cause) {
            case SCHEDULE, AFTER -> LoadTrigger.SCHEDULE;
            case FILE_ARRIVAL -> LoadTrigger.FILE_ARRIVAL;
            case BACKFILL -> LoadTrigger.BACKFILL;
            case USER -> LoadTrigger.USER;
        };
    }

    private static @Nullable LoadPeriod period(Order order) {
        return order.from() == null || order.until() == null ? null : new LoadPeriod(order.from(), order.until());
    }
}
