package zhiyin.load;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

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

import zhiyin.load.LandedFeeds.Delivery;
import zhiyin.load.LandedFeeds.LandedFile;

/** Puts loads into numbers: whether one runs, how they end, seconds of steps, rows of feeds, and how old feeds are. */
@Component
class LoadMeters implements JobExecutionListener {

    private final MeterRegistry meters;
    private final LandedFeeds landed;
    private final Map<String, Delivery> deliveries = new ConcurrentHashMap<>();
    private final AtomicInteger running;

    LoadMeters(MeterRegistry meters, LandedFeeds landed) {
        this.meters = meters;
        this.landed = landed;
        this.running = new AtomicInteger();
        Gauge.builder("zhiyin.load.running", running, AtomicInteger::get).description("Loads under way on this node")
                .register(meters);
        readDeliveries();
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
            LoadRun run = LoadRun.of(load.getJobParameters());
            landed.of(run).forEach(this::count);
            landed.note(run);
            readDeliveries();
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

    private void count(LandedFile file) {
        count(file, "read", file.rows());
        count(file, "rejected", file.rejected());
    }

    private void count(LandedFile file, String result, long rows) {
        Counter.builder("zhiyin.load.rows").description("Rows of completed loads").tag("source", file.source())
                .tag("feed", file.feed()).tag("result", result).register(meters).increment((double) rows);
    }

    private void readDeliveries() {
        landed.deliveries().forEach(delivery -> {
            String feed = delivery.source() + "." + delivery.feed();
            deliveries.put(feed, delivery);
            Gauge.builder("zhiyin.feed.lag", deliveries, all -> secondsSince(all, feed))
                    .description("Time since a feed last brought something good").baseUnit("seconds")
                    .tag("source", delivery.source()).tag("feed", delivery.feed()).register(meters);
        });
    }

    private static double secondsSince(Map<String, Delivery> deliveries, String feed) {
        Delivery last = deliveries.get(feed);
        return last == null ? Double.NaN : Duration.between(last.at(), Instant.now()).toMillis() / 1000.0;
    }
}
