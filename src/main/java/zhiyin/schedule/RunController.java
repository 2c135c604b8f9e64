package zhiyin.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

import zhiyin.relay.GlobalId;
import zhiyin.schedule.Backfill.Missing;
import zhiyin.schedule.Backfill.Reprocess;
import zhiyin.schedule.Run.Status;
import zhiyin.schedule.Runs.Wanted;
import zhiyin.schedule.ScheduleUserError.ErrorCode;
import zhiyin.schedule.ScheduledWork.Cause;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class RunController {

    private static final int MOST_DAYS = 366;

    private final Schedules schedules;
    private final RunHistory history;
    private final Runs runs;
    private final Queue queue;
    private final Backfill backfill;

    RunController(Schedules schedules, RunHistory history, Runs runs, Queue queue, Backfill backfill) {
        this.schedules = schedules;
        this.history = history;
        this.runs = runs;
        this.queue = queue;
        this.backfill = backfill;
    }

    record ScheduleRunNowInput(String schedule) {}

    /** What came of asking for a run, or of cancelling one. */
    record ScheduleRunPayload(@Nullable ScheduleRun run, List<ScheduleUserError> userErrors) {

        private static ScheduleRunPayload refused(ScheduleUserError error) {
            return new ScheduleRunPayload(null, List.of(error));
        }
    }

    @MutationMapping
    ScheduleRunPayload scheduleRunNow(@Argument ScheduleRunNowInput input, Authentication account) {
        if (schedules.find(input.schedule()).isEmpty()) {
            return ScheduleRunPayload.refused(ScheduleUserError.unknown(input.schedule()));
        }
        if (runs.waitsByHand(input.schedule())) {
            return ScheduleRunPayload.refused(ScheduleUserError.of(ErrorCode.ALREADY_WAITING,
                    "A run of '%s' that was asked for by hand waits already.".formatted(input.schedule()),
                    "schedule"));
        }
        RunKey key = new RunKey(input.schedule(), queue.now());
        queue.add(new Wanted(key, null, Cause.USER, account.getName()));
        return new ScheduleRunPayload(history.find(key).map(ScheduleRun::of).orElse(null), List.of());
    }

    record RunCancelInput(String run) {}

    @MutationMapping
    ScheduleRunPayload runCancel(@Argument RunCancelInput input) {
        Optional<ScheduleRun> run = GlobalId.decode(input.run(), "ScheduleRun").flatMap(history::find);
        if (run.isEmpty()) {
            return ScheduleRunPayload.refused(ScheduleUserError.of(ErrorCode.UNKNOWN_RUN,
                    "There is no such run; its id is the id of a ScheduleRun.", "run"));
        }
        RunKey key = RunKey.of(run.get().id());
        return queue.cancel(key)
                ? new ScheduleRunPayload(history.find(key).map(ScheduleRun::of).orElse(null), List.of())
                : ScheduleRunPayload.refused(ScheduleUserError.of(ErrorCode.NOT_WAITING,
                        "The run waits no more: it is %s.".formatted(run.get().status()), "run"));
    }

    record BackfillInput(String schedule, LocalDate from, LocalDate to, Reprocess reprocess, boolean dryRun) {}

    /** A run that a backfill brings, as the schema describes it. */
    record BackfillRun(Instant logicalDate, Period covers, @Nullable Status before) {

        private static BackfillRun of(Missing missing) {
            return new BackfillRun(missing.logicalDate(), missing.period(), missing.before());
        }
    }

    /** What a backfill brings. */
    record BackfillPayload(List<BackfillRun> runs, List<ScheduleUserError> userErrors) {

        private static BackfillPayload refused(ErrorCode code, String message, String field) {
            return new BackfillPayload(List.of(), List.of(ScheduleUserError.of(code, message, field)));
        }
    }

    @MutationMapping
    BackfillPayload backfill(@Argument BackfillInput input, Authentication account) {
        Optional<ScheduleInForce> schedule = schedules.find(input.schedule());
        if (schedule.isEmpty()) {
            return new BackfillPayload(List.of(), List.of(ScheduleUserError.unknown(input.schedule())));
        }
        Optional<Cron> cron = schedule.get().cron();
        if (cron.isEmpty()) {
            return BackfillPayload.refused(ErrorCode.NOT_BY_CRON,
                    "Schedule '%s' has no cron, so it has no dates to fill; name one with cron: those that run after it follow."
                            .formatted(input.schedule()),
                    "schedule");
        }
        if (input.from().isAfter(input.to()) || input.from().until(input.to(), ChronoUnit.DAYS) >= MOST_DAYS) {
            return BackfillPayload.refused(ErrorCode.INVALID_DATES,
                    "'to' must be 'from' or a day up to %d days after it.".formatted(MOST_DAYS - 1), "to");
        }
        List<Missing> missing = backfill.missing(schedule.get(), cron.get(), input.from(), input.to(),
                input.reprocess());
        if (missing.size() > Backfill.MOST) {
            return BackfillPayload.refused(ErrorCode.TOO_MANY_RUNS,
                    "These days have more than %,d runs; ask for fewer days at once.".formatted(Backfill.MOST), "to");
        }
        List<Missing> brought = input.dryRun()
                ? missing
                : backfill.enqueue(schedule.get(), missing, account.getName());
        return new BackfillPayload(brought.stream().map(BackfillRun::of).toList(), List.of());
    }
}
