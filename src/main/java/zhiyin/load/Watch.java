package zhiyin.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.springframework.stereotype.Component;

/** Knows whether the load under way may go on: nobody asked it to stop, and the hub stays. */
@Component
class Watch {

    private final LoadLock lock;
    private final CountDownLatch closing = new CountDownLatch(1);

    Watch(LoadLock lock) {
        this.lock = lock;
    }

    /**
     * Whether the load is to stop here.
     *
     * @throws LockLostException when another load may be running
     */
    boolean isToStop(LoadRun run) {
        return closing.getCount() == 0 || lock.isAskedToStop(run.number());
    }

    /** Lets time pass, until the hub goes. */
    void pause(Duration pause) {
        try {
            boolean isClosing = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            Progress.LOG.trace("The hub goes: {}", isClosing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The load was interrupted while it waited", stopped);
        }
    }

    /** Lets the load of this hub stop after its slice. */
    void close() {
        closing.countDown();
    }
}
