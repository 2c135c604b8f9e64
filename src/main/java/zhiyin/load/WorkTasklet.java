package zhiyin.load;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Does a {@link Work} slice by slice and notes after each how far it is. */
class WorkTasklet implements Tasklet {

    static final String DONE = "done";
    static final String TOTAL = "total";

    private final Work work;
    private final Progress progress;

    WorkTasklet(Work work, Progress progress) {
        this.work = work;
        this.progress = progress;
    }

    @Override
    public @Nullable RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution step = contribution.getStepExecution();
        LoadRun run = LoadRun.of(step.getJobParameters());
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
