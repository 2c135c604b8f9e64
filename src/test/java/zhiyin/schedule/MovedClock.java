package zhiyin.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it, or lets it go. */
class MovedClock extends Clock {

    private volatile Instant now;
    private volatile long wentAt;

    MovedClock(String now) {
        this.now = Instant.parse(now);
    }

    void set(String instant) {
        now = Instant.parse(instant);
    }

    void move(Duration by) {
        now = now.plus(by);
    }

    /** Lets it go on from where it stands. */
    void go() {
        wentAt = System.nanoTime();
    }

    @Override
    public Instant instant() {
        return wentAt == 0 ? now : now.plusNanos(System.nanoTime() - wentAt);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
