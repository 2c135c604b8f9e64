package zhiyin.staging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import zhiyin.source.Drift.Policy;
import zhiyin.source.Feed;

/**
 * The columns of a delivery, compared with those that are declared.
 *
 * @param line      line that tells them
 * @param unknown   columns that nobody declared
 * @param missing   declared columns that are not there
 * @param ambiguous declared columns that are there more than once
 * @param feed      the declaration
 */
record FoundColumns(long line, List<String> unknown, List<String> missing, List<String> ambiguous, Feed feed) {

    private static final int SHOWN = 20;

    static FoundColumns of(long line, List<String> names, Feed feed) {
        List<String> declared = List.copyOf(feed.columns().keySet());
        return new FoundColumns(line,
                names.stream().filter(name -> !declared.contains(name)).filter(name -> !name.isEmpty()).distinct()
                        .toList(),
                declared.stream().filter(column -> !names.contains(column)).toList(),
                declared.stream().filter(column -> Collections.frequency(names, column) > 1).toList(), feed);
    }

    /** Why nothing of the delivery can be taken. */
    record Refusal(String columns, RejectReason reason, String message) {}

    /** Why nothing of the delivery can be taken; empty when it can. */
    Optional<Refusal> refusal() {
        List<String> needed = missing(Policy.FAIL);
        if (!needed.isEmpty()) {
            return refusal(needed, RejectReason.MISSING_COLUMN, "there is no column '%s'");
        }
        if (!ambiguous.isEmpty()) {
            return refusal(ambiguous, RejectReason.AMBIGUOUS_COLUMN, "there is more than one column '%s'");
        }
        if (!unknown.isEmpty() && feed.drift().ofUnknown() == Policy.FAIL) {
            return refusal(unknown, RejectReason.UNKNOWN_COLUMN, "nobody declared the column '%s'");
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refusal(List<String> columns, RejectReason reason, String message) {
        return Optional.of(new Refusal(String.join("+", shown(columns)), reason,
                message.formatted(String.join("', '", shown(columns)))));
    }

    private List<String> missing(Policy policy) {
        return missing.stream().filter(column -> feed.drift().ofMissing(feed.column(column)) == policy).toList();
    }

    /** What the load is to tell about the columns. */
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        List<String> absent = missing(Policy.WARN);
        if (!unknown.isEmpty() && feed.drift().ofUnknown() == Policy.WARN) {
            notices.add(new Notice(Notice.Severity.WARN, Notice.Code.UNKNOWN_COLUMNS,
                    "nobody declared %s".formatted(list(unknown))));
        }
        if (!absent.isEmpty()) {
            notices.add(new Notice(Notice.Severity.WARN, Notice.Code.MISSING_COLUMNS,
                    "%s not there".formatted(list(absent))));
        }
        return notices;
    }

    private static String list(List<String> columns) {
        int more = columns.size() - SHOWN;
        return "'%s'%s".formatted(String.join("', '", shown(columns)), more > 0 ? " and %d more".formatted(more) : "");
    }

    /** Names go into messages, which no control character may reach. */
    private static List<String> shown(List<String> columns) {
        return columns.stream().limit(SHOWN).map(name -> name.replaceAll("\\p{Cntrl}", "\uFFFD")).toList();
    }
}
