package zhiyin.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Remembers who failed to sign in lately, so that guessing a password takes years. */
final class FailedLogins {

    static final int ALLOWED = 10;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int NAMES_REMEMBERED = 10_000;

    private record Failures(Instant since, int count) {}

    private final Clock clock;
    private final Map<String, Failures> byName = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES_REMEMBERED;
        }
    };

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean isLockedOut(String name) {
        Failures failures = recent(name);
        return failures != null && failures.count() >= ALLOWED;
    }

    synchronized void failed(String name) {
        Failures failures = recent(name);
        byName.put(name, failures == null
                ? new Failures(clock.instant(), 1)
                : new Failures(failures.since(), failures.count() + 1));
    }

    synchronized void succeeded(String name) {
        byName.remove(name);
    }

    private @Nullable Failures recent(String name) {
        Failures failures = byName.get(name);
        return failures == null || failures.since().plus(WINDOW).isBefore(clock.instant()) ? null : failures;
    }
}
