package zhiyin.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import zhiyin.schedule.Runs.Wanted;
import zhiyin.schedule.ScheduledWork.Cause;
import zhiyin.schedule.ScheduledWork.Order;
import zhiyin.schedule.ScheduledWork.Result;

/** Takes a run on that is due, has its work done, and keeps how it ended. */
@Component
class Runner {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.schedule");

    private final Schedules schedules;
    private final Map<String, ScheduledWork> works;
    private final Runs runs;
    private final RunHistory history;
    private final Queue queue;
    private final TransactionOperations transactions;
    private final ScheduleSettings settings;

    Runner(Schedules schedules, List<ScheduledWork> works, Runs runs, RunHistory history, Queue queue,
            TransactionOperations transactions, ScheduleSettings settings) {
        this.schedules = schedules;
        this.works = works.stream().collect(toMap(ScheduledWork::name, work -> work));
        this.runs = runs;
        this.history = history;
        this.queue = queue;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** What becomes of the run's place in the queue. */
    sealed interface Next {

        /** It has ended, one way or another. */
        record Leave() implements Next {}

        /** It is to be taken on again. */
        record Return(Instant at) implements Next {}
    }

    /**
     * Runs it, if it is its turn.
     *
     * @param key  which run
     * @param stop tells whether this node of the hub is being stopped
     */
    Next run(RunKey key, StopSign stop) {
        if (!claim(key)) {
            boolean waits = runs.status(key).filter(status -> status == Run.Status.WAITING
                    || status == Run.Status.RUNNING).isPresent();
            return waits ? in(settings.turn()) : new Next.Leave();
        }
        ScheduleInForce schedule = schedules.find(key.schedule()).orElse(null);
        if (schedule == null) {
            runs.failed(key, null, "No schedule '%s' is declared any more.".formatted(key.schedule()), queue.now());
            return new Next.Leave();
        }
        return ended(key, schedule, result(schedule, history.find(key)), stop);
    }

    /** Whether this node is being stopped: its work is interrupted then, which is no fault of the run. */
    interface StopSign {

        boolean isUp();
    }

    private boolean claim(RunKey key) {
        try {
            return runs.claim(key, queue.now());
        } catch (DuplicateKeyException anotherNodeWasFaster) {
            return false;
        }
    }

    private Result result(ScheduleInForce schedule, Optional<Run> claimed) {
        Run run = claimed.orElseThrow();
        LOG.debug("run {}  begins: {}", run.id(), schedule.declared().work());
        try {
            return Objects.requireNonNull(works.get(schedule.declared().work())).run(order(schedule, run));
        } catch (RuntimeException failure) {
            LOG.error("run {}  failed", run.id(), failure);
            return new Result.Failed(null, String.valueOf(failure.getMessage()));
        }
    }

    private static Order order(ScheduleInForce schedule, Run run) {
        Period covers = run.covers();
        return new Order(schedule.name(), run.cause(),
                run.cause() == Cause.USER && run.askedBy() != null ? run.askedBy() : schedule.name(),
                schedule.declared().feeds(), schedule.declared().full(), covers == null ? null : covers.from(),
                covers == null ? null : covers.until());
    }

    private Next ended(RunKey key, ScheduleInForce schedule, Result result, StopSign stop) {
        boolean wasInterrupted = Thread.interrupted();
        try {
            return switch (result) {
                case Result.Completed(var load) -> completed(key, load);
                case Result.Busy(var message) -> waits(key, message);
                case Result.Failed(var load, var message) when stop.isUp() -> waits(key,
                        "Interrupted because the hub was stopped; goes on when it runs again.");
                case Result.Failed(var load, var message) -> failed(key, schedule, load, message);
            };
        } finally {
            if (wasInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Next completed(RunKey key, @Nullable Long load) {
        transactions.executeWithoutResult(status -> {
            runs.completed(key, load, queue.now());
            Run run = history.find(key).orElseThrow();
            schedules.all().stream().filter(next -> next.follows(key.schedule()) && !next.paused())
                    .forEach(next -> queue.addOrRepeat(new Wanted(new RunKey(next.name(), key.logicalDate()),
                            run.covers(), Cause.AFTER, run.askedBy())));
        });
        LOG.info("run {}  completed", key.id());
        return new Next.Leave();
    }

    private Next waits(RunKey key, String message) {
        runs.waits(key, message);
        return in(settings.turn());
    }

    private Next failed(RunKey key, ScheduleInForce schedule, @Nullable Long load, String message) {
        int failures = history.find(key).map(run -> run.state().failures()).orElse(0);
        if (failures < schedule.declared().retries()) {
            LOG.warn("run {}  failed and is tried again in {} s: {}", key.id(), settings.retry().toSeconds(), message);
            runs.waitsAfterFailure(key, message);
            return in(settings.retry());
        }
        LOG.error("run {}  failed: {}", key.id(), message);
        runs.failed(key, load, message, queue.now());
        return new Next.Leave();
    }

    private Next in(Duration wait) {
        return new Next.Return(queue.now().plus(wait));
    }
}
