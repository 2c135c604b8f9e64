package zhiyin.report;

import java.time.Instant;
import java.util.Map;

/**
 * Something that people must know of.
 *
 * @param event   what happened, such as {@code load.failed}
 * @param at      when
 * @param message the same in a sentence, without personal values
 * @param details numbers and names for programs
 */
public record Alert(String event, Instant at, String message, Map<String, Object> details) {}
