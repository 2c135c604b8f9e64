package zhiyin.schedule;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;

import zhiyin.schedule.Runs.Wanted;

/** Where runs wait until a node of the hub takes them on. A run and its place here come and go in one transaction. */
@Component
class Queue {

    /** Name that db-scheduler knows runs by. */
    static final String TASK = "schedule-run";

    private final SchedulerClient scheduler;
    private final Runs runs;
    private final TransactionOperations transactions;
    private final Clock clock;

    Queue(DataSource dataSource, Runs runs, TransactionOperations transactions, Clock clock) {
        this.scheduler = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource)).build();
        this.runs = runs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Enqueues a run. False when there is one of its date already. */
    boolean add(Wanted run) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean isNew = runs.add(run, now());
            return isNew && place(run.key());
        }));
    }

    /** Enqueues a run, or one of its date that has ended once more. False when that one waits or runs. */
    boolean addOrRepeat(Wanted run) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean waits = runs.addOrRepeat(run, now());
            if (waits) {
                place(run.key());
            }
            return waits;
        }));
    }

    private boolean place(RunKey key) {
        scheduler.scheduleIfNotExists(new TaskInstance<>(TASK, key.id()), now());
        return true;
    }

    /** Cancels a run that waits. False when it does not. Its place is left when its turn comes. */
    boolean cancel(RunKey key) {
        return runs.cancel(key, now());
    }

    /** A run that was asked for again in the moment in which it ended lost its place here: it gets a new one. */
    void placeForgotten() {
        runs.forgotten(TASK).forEach(this::place);
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
