package zhiyin.schedule;

import java.time.Clock;
import java.util.Optional;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import zhiyin.schedule.Runner.Next;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
class ScheduleConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The recurring part, of which there is one over all nodes. */
    @Bean
    Task<Void> lookTask(Lookout lookout, ScheduleSettings settings) {
        return Tasks.recurring("schedule-look", FixedDelay.of(settings.look()))
                .execute((instance, context) -> lookout.look());
    }

    /** A run, of which there is one for each schedule and date. */
    @Bean
    Task<Void> runTask(Runner runner, ScheduleSettings settings) {
        return Tasks.custom(Queue.TASK, Void.class)
                .onFailure((failed, place) -> place.reschedule(failed, failed.getTimeDone().plus(settings.retry())))
                .onDeadExecutionRevive().execute((instance, context) -> run(runner, instance, context));
    }

    private static CompletionHandler<Void> run(Runner runner, TaskInstance<Void> instance, ExecutionContext context) {
        Next next = runner.run(RunKey.of(instance.getId()), () -> context.getSchedulerState().isShuttingDown());
        return switch (next) {
            case Next.Leave() -> (completed, place) -> place.remove();
            case Next.Return(var at) -> (completed, place) -> place.reschedule(completed, at);
        };
    }

    /** Several nodes may run on one machine. */
    @Bean
    DbSchedulerCustomizer nodeName() {
        String name = new SchedulerName.Hostname().getName() + ":" + ProcessHandle.current().pid();
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(name));
            }
        };
    }
}
