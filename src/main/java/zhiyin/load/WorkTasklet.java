package zhiyin.load;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.repeat.exception.ExceptionHandler;

/**
 * Does a {@link Work} slice by slice and notes after each how far it is. Waits for stores that are away, and ends between two
 * slices when it is asked to.
 */
class WorkTasklet implements Tasklet, ExceptionHandler {

    static final String DONE = "done";
    static final String TOTAL = "total";

    private final Work work;
    private final Progress progress;
    private final Gate gate;
    private final Patience patience;
    private Patience.@Nullable Waiting waiting;

    WorkTasklet(Work work, Progress progress, Gate gate, Patience patience) {
        this.work = work;
        this.progress = progress;
        this.gate = gate;
        this.patience = patience;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution step = contribution.getStepExecution();
        LoadRun run = LoadRun.of(step.getJobParameters());
        try {
            if (patience.isOver(run)) {
                step.setTerminateOnly();
                return RepeatStatus.CONTINUABLE;
            }
            RepeatStatus status = slice(contribution, step, run);
            endWaiting();
            return status;
        } catch (RuntimeException failure) {
            if (Patience.isPassing(failure) && waiting == null) {
                waiting = patience.begin(run, work.name(), failure);
            }
            throw failure;
        }
    }

    private void endWaiting() {
        if (waiting != null) {
            waiting.end();
            waiting = null;
        }
    }

    /**
     * Repeats a slice that failed because a store is away, in a new transaction: Batch rolled the one of the slice back, and
     * with it the graph's that reads within the slice were part of.
     */
    @Override
    public void handleException(RepeatContext context, Throwable failure) throws Throwable {
        Patience.Waiting begun = waiting;
        if (begun == null || !Patience.isPassing(failure)) {
            waiting = null;
            throw failure;
        }
        try {
            begun.pause(failure);
        } catch (PatienceExhaustedException exhausted) {
            waiting = null;
            throw exhausted;
        }
    }

    private RepeatStatus slice(StepContribution contribution, StepExecution step, LoadRun run) {
        gate.pass(step, run);
        ExecutionContext context = step.getExecutionContext();
        if (!context.containsKey(TOTAL)) {
            context.putLong(TOTAL, work.begin(run));
            context.putLong(DONE, 0);
        }
        long done = context.getLong(DONE);
        long total = context.getLong(TOTAL);
        long now = done < total || work.isOpenEnded() ? work.slice(run, done) : 0;
        contribution.incrementWriteCount(now);
        context.putLong(DONE, done + now);
        context.putLong(TOTAL, Math.max(total, done + now));
        boolean finished = now == 0 || !work.isOpenEnded() && done + now >= total;
        if (finished) {
            work.end(run);
        }
        progress.report(run, work, done + now, total, step, finished);
        return finished ? RepeatStatus.FINISHED : RepeatStatus.CONTINUABLE;
    }
}
