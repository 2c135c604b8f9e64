package zhiyin.reject;

import org.jspecify.annotations.Nullable;

import zhiyin.staging.RejectReason;
import zhiyin.staging.Rejects.Rejected;

/**
 * A rule that a refused row broke, as the schema describes it.
 *
 * @param source  system that delivered it
 * @param feed    feed of that source
 * @param file    file, relative to the input folder
 * @param line    line on which the row begins, counted from 1
 * @param field   column at fault; null when the whole row is
 * @param reason  rule that was broken
 * @param message what was found and what was expected
 * @param status  where the row stands
 * @param row     the row; null when its values were not kept
 */
public record Reject(String source, String feed, String file, long line, @Nullable String field, RejectReason reason,
        String message, RejectStatus status, @Nullable RefusedRow row) {

    /** One that a dry run tells of, which keeps nothing. */
    public static Reject foretold(Rejected rejected) {
        return new Reject(rejected.source(), rejected.feed(), rejected.file(), rejected.line(), rejected.field(),
                rejected.reason(), rejected.message(), RejectStatus.OPEN, null);
    }
}
