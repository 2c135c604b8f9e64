package zhiyin.schedule;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.schedule.ScheduleUserError.ErrorCode;

/** Finds what is wrong with an override before it is kept. */
final class OverrideCheck {

    private OverrideCheck() {}

    static List<ScheduleUserError> errorsOf(ScheduleInForce schedule, ScheduleOverride wanted) {
        if (wanted.cron() == null && wanted.zone() == null && wanted.catchUp() == null && wanted.paused() == null) {
            return List.of(new ScheduleUserError(ErrorCode.NOTHING_SET,
                    "Set at least one of cron, zone, catchUp and paused.", List.of("input")));
        }
        List<ScheduleUserError> errors = new ArrayList<>();
        if (schedule.cron().isEmpty()) {
            refuse("cron", wanted.cron(), schedule, errors);
            refuse("zone", wanted.zone(), schedule, errors);
            refuse("catchUp", wanted.catchUp(), schedule, errors);
        } else {
            checkZone(wanted, errors);
            checkCron(wanted, errors);
        }
        return errors;
    }

    private static void refuse(String field, @Nullable Object value, ScheduleInForce schedule,
            List<ScheduleUserError> errors) {
        if (value != null) {
            errors.add(ScheduleUserError.of(ErrorCode.NOT_BY_CRON,
                    "Schedule '%s' has no cron, so its %s cannot be set.".formatted(schedule.name(), field), field));
        }
    }

    private static void checkZone(ScheduleOverride wanted, List<ScheduleUserError> errors) {
        if (wanted.zone() != null && !isZone(wanted.zone())) {
            errors.add(ScheduleUserError.of(ErrorCode.INVALID_ZONE,
                    "'%s' is no time zone; write one such as Asia/Taipei.".formatted(wanted.zone()), "zone"));
        }
    }

    private static boolean isZone(String name) {
        try {
            return ZoneId.of(name).getRules() != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static void checkCron(ScheduleOverride wanted, List<ScheduleUserError> errors) {
        try {
            if (wanted.cron() != null) {
                Cron.of(wanted.cron(), ZoneOffset.UTC);
            }
        } catch (IllegalArgumentException mistaken) {
            errors.add(ScheduleUserError.of(ErrorCode.INVALID_CRON,
                    "%s; write six fields, seconds first, such as 0 30 2 * * *.".formatted(mistaken.getMessage()),
                    "cron"));
        }
    }
}
