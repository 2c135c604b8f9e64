package zhiyin.load;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import jakarta.annotation.PreDestroy;

import zhiyin.report.Alert;
import zhiyin.report.Alerts;
import zhiyin.source.NamedFeed;
import zhiyin.source.SourceCatalog;

/**
 * Watches on every node how old feeds are, whether loads run or not, and tells people once when one is older than its check of
 * freshness allows, and once when it is fresh again. Of nodes that see it at once, the one that notes it first tells it.
 */
@Component
class FeedWatch implements JobExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final FeedStates states;
    private final LandedFeeds landed;
    private final Alerts alerts;
    private final LoadSettings settings;
    private final List<NamedFeed> feeds;
    private volatile Map<String, FeedState> known = Map.of();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().name("feed-watch").daemon().unstarted(task));

    private volatile @Nullable Future<?> looking;

    FeedWatch(FeedStates states, LandedFeeds landed, SourceCatalog catalog, Alerts alerts, LoadSettings settings) {
        this.states = states;
        this.landed = landed;
        this.alerts = alerts;
        this.settings = settings;
        this.feeds = catalog.inOrder();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        looking = clock.scheduleWithFixedDelay(this::lookAndGoOn, 0, settings.freshnessLook().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void afterJob(JobExecution load) {
        if (load.getStatus() == BatchStatus.COMPLETED) {
            states.delivered(landed.deliveries(LoadRun.of(load.getJobParameters())));
            look();
        }
    }

    /** The feeds that are declared. */
    List<NamedFeed> feeds() {
        return feeds;
    }

    /** How new a feed was when it was looked last; null before the first look. */
    @Nullable
    FeedState state(NamedFeed feed) {
        return known.get(feed.fullName());
    }

    /** The oldest that the newest data of a feed may be; empty when nothing is declared of it. */
    static Optional<Duration> allowed(NamedFeed feed) {
        return feed.feed().terms().declaredChecks().stream().flatMap(check -> Stream.ofNullable(check.freshness()))
                .map(freshness -> freshness.allowed()).min(Duration::compareTo);
    }

    private void lookAndGoOn() {
        try {
            look();
        } catch (DataAccessException away) {
            LOG.warn("How new feeds are cannot be found out: {}", away.getMessage());
        }
    }

    synchronized void look() {
        Map<String, FeedState> now = read();
        if (!now.keySet().containsAll(feeds.stream().map(NamedFeed::fullName).toList())) {
            states.know(feeds);
            now = read();
        }
        known = now;
        feeds.forEach(feed -> allowed(feed)
                .ifPresent(allowed -> judge(Objects.requireNonNull(known.get(feed.fullName())), allowed)));
    }

    private Map<String, FeedState> read() {
        return states.all().stream().collect(toMap(FeedState::fullName, identity()));
    }

    private void judge(FeedState state, Duration allowed) {
        Instant now = Instant.now();
        boolean isStale = state.age(now).compareTo(allowed) > 0;
        if (isStale && state.staleSince() == null && states.stale(state, now)) {
            tell("feed.stale", "%s is stale: its newest data are %s old, where %s are allowed.", state, allowed, now);
        } else if (!isStale && state.staleSince() != null && states.fresh(state)) {
            tell("feed.fresh", "%s is fresh again: its newest data are %s old, where %s are allowed.", state, allowed,
                    now);
        }
    }

    private void tell(String event, String message, FeedState state, Duration allowed, Instant now) {
        String sentence = message.formatted(state.fullName(), words(state.age(now)), words(allowed));
        LOG.warn(sentence);
        alerts.tell(new Alert(event, now, sentence, Map.of("feed", state.fullName(), "ageSeconds",
                state.age(now).toSeconds(), "allowedSeconds", allowed.toSeconds())));
    }

    private static String words(Duration age) {
        return age.toHours() < 2 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
    }

    @PreDestroy
    void close() {
        if (looking != null) {
            looking.cancel(true);
        }
        clock.shutdownNow();
    }
}
