package zhiyin.schedule;

import java.time.Instant;

/**
 * Tells runs apart.
 *
 * @param schedule    name of the schedule
 * @param logicalDate begin of what it covers, or when it was asked for
 */
record RunKey(String schedule, Instant logicalDate) {

    private static final char SEPARATOR = '@';

    static RunKey of(String id) {
        int at = id.indexOf(SEPARATOR);
        return new RunKey(id.substring(0, at), Instant.parse(id.substring(at + 1)));
    }

    String id() {
        return schedule + SEPARATOR + logicalDate;
    }
}
