package zhiyin.load;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.step.StepExecution;

/** Tells people how far a load is: a line a step, and one every now and then while a step goes on. */
class Progress {

    static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final Duration pause;
    private long lastTold = System.nanoTime();

    Progress(Duration pause) {
        this.pause = pause;
    }

    synchronized void report(LoadRun run, Work work, long done, long total, StepExecution step, boolean finished) {
        boolean due = System.nanoTime() - lastTold > pause.toNanos();
        if (due || finished && total > 0) {
            lastTold = System.nanoTime();
            LOG.info(line(run, work, done, total, elapsed(step)));
        }
    }

    private static Duration elapsed(StepExecution step) {
        LocalDateTime start = step.getStartTime();
        return start == null ? Duration.ZERO : Duration.between(start, LocalDateTime.now(ZoneId.systemDefault()));
    }

    static String line(LoadRun run, Work work, long done, long total, Duration elapsed) {
        double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
        return String.format(Locale.ROOT, "load %d  %-26s %,11d / %,d %s  %,.0f/s  %d:%02d", run.number(), work.name(),
                done,
                total, work.unit(), done / seconds, elapsed.toMinutes(), elapsed.toSecondsPart());
    }
}
