package zhiyin.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailedLoginsTests {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final FailedLogins failures = new FailedLogins(clock(now::get));

    @Test
    void tenFailuresLockOneNameOutAndNoOther() {
        fail("agent", 9);
        assertThat(failures.isLockedOut("agent")).isFalse();

        fail("agent", 1);
        assertThat(failures.isLockedOut("agent")).isTrue();
        assertThat(failures.isLockedOut("manager")).isFalse();
    }

    @Test
    void aMinuteLaterTheNameMayTryAgain() {
        fail("agent", 10);
        now.set(now.get().plus(Duration.ofSeconds(61)));

        assertThat(failures.isLockedOut("agent")).isFalse();
        fail("agent", 1);
        assertThat(failures.isLockedOut("agent")).isFalse();
    }

    @Test
    void aLoginForgetsTheFailuresBefore() {
        fail("agent", 9);
        failures.succeeded("agent");
        fail("agent", 9);

        assertThat(failures.isLockedOut("agent")).isFalse();
    }

    private void fail(String name, int times) {
        for (int failure = 0; failure < times; failure++) {
            failures.failed(name);
        }
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
