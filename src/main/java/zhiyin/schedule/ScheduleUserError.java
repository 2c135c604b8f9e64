package zhiyin.schedule;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Why nothing was done, as the schema describes it. */
record ScheduleUserError(ErrorCode code, String message, @Nullable List<String> field) {

    /** Why nothing was done, for programs. */
    enum ErrorCode {
        UNKNOWN_SCHEDULE, UNKNOWN_RUN, INVALID_CRON, INVALID_ZONE, NOT_BY_CRON, NOTHING_SET, ALREADY_WAITING, NOT_WAITING, INVALID_DATES, TOO_MANY_RUNS
    }

    static ScheduleUserError of(ErrorCode code, String message, String field) {
        return new ScheduleUserError(code, message, List.of("input", field));
    }

    static ScheduleUserError unknown(String schedule) {
        return of(ErrorCode.UNKNOWN_SCHEDULE, "No schedule '%s' is declared in etl/schedules.yaml.".formatted(schedule),
                "schedule");
    }
}
