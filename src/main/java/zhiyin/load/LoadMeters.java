package zhiyin.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

import static java.util.Objects.requireNonNullElse;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import zhiyin.source.NamedFeed;

/** Puts loads into numbers: whether one runs, how they end, seconds of steps, rows of feeds, and how old feeds are. */
@Component
class LoadMeters implements JobExecutionListener {

    private final MeterRegistry meters;
    private final AccountStore accounts;
    private final FeedWatch feeds;
    private final AtomicInteger running;

    LoadMeters(MeterRegistry meters, AccountStore accounts, FeedWatch feeds) {
        this.meters = meters;
        this.accounts = accounts;
        this.feeds = feeds;
        this.running = new AtomicInteger();
        Gauge.builder("zhiyin.load.running", running, AtomicInteger::get).description("Loads under way on this node")
                .register(meters);
        feeds.feeds().forEach(this::watch);
    }

    @Override
    public void beforeJob(JobExecution load) {
        running.incrementAndGet();
    }

    @Override
    public void afterJob(JobExecution load) {
        running.decrementAndGet();
        Counter.builder("zhiyin.load.ended").description("Loads that ended, resumed ones each time")
                .tag("status", load.getStatus().name().toLowerCase(Locale.ROOT)).register(meters).increment();
        load.getStepExecutions().forEach(this::record);
        if (load.getStatus() == BatchStatus.COMPLETED) {
            long number = LoadRun.of(load.getJobParameters()).number();
            accounts.feeds(List.of(number)).getOrDefault(number, List.of()).forEach(this::count);
        }
    }

    private void record(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        if (start != null) {
            Timer.builder("zhiyin.load.step").description("Time that steps of loads took")
                    .tag("step", step.getStepName())
                    .register(meters)
                    .record(Duration.between(start, requireNonNullElse(step.getEndTime(), start)));
        }
    }

    private void count(LoadFeed feed) {
        count(feed, "read", feed.read());
        count(feed, "rejected", feed.rejected());
        count(feed, "added", feed.added());
        count(feed, "changed", feed.changed());
        count(feed, "unchanged", feed.unchanged());
        count(feed, "closed", feed.closed());
        count(feed, "vanished", feed.vanished());
    }

    private void count(LoadFeed feed, String result, long rows) {
        Counter.builder("zhiyin.load.rows").description("Rows of completed loads").tag("source", feed.source())
                .tag("feed", feed.feed()).tag("result", result).register(meters).increment((double) rows);
    }

    /** Not a number while nothing is known of a feed. */
    private void watch(NamedFeed feed) {
        gauge("zhiyin.feed.lag", "Time since a feed last brought something good", feed, state -> state
                .deliveredAt() == null ? Double.NaN : seconds(Duration.between(state.deliveredAt(), Instant.now())));
        gauge("zhiyin.feed.age", "How old the newest data of a feed are", feed,
                state -> state.newest() == null ? Double.NaN : seconds(state.age(Instant.now())));
        FeedWatch.allowed(feed).ifPresent(allowed -> gauge("zhiyin.feed.allowed.age",
                "How old the newest data of a feed may be", feed, state -> seconds(allowed)));
    }

    private void gauge(String name, String description, NamedFeed feed, ToDoubleFunction<FeedState> value) {
        Gauge.builder(name, feeds, all -> {
            FeedState state = all.state(feed);
            return state == null ? Double.NaN : value.applyAsDouble(state);
        }).description(description).baseUnit("seconds").tag("source", feed.source().source()).tag("feed", feed.name())
                .register(meters);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
