package zhiyin.source;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Finds what does not fit together in how a feed's deliveries are judged. */
class FeedRulesCheck {

    private final Feed feed;
    private final BiConsumer<String, String> mistakes;

    /**
     * A check.
     *
     * @param feed     what to look at; its columns are declared
     * @param mistakes takes the key at fault and the rule that it breaks
     */
    FeedRulesCheck(Feed feed, BiConsumer<String, String> mistakes) {
        this.feed = feed;
        this.mistakes = mistakes;
    }

    void run() {
        checkWatermark();
        checkClosed();
        for (int i = 0; i < feed.feedChecks().size(); i++) {
            check("checks[" + i + "]", feed.feedChecks().get(i));
        }
    }

    private void checkWatermark() {
        Column column = declared("watermark", feed.watermark());
        if (column != null && !List.of(ColumnType.DATE, ColumnType.DATE_TIME, ColumnType.INTEGER)
                .contains(column.type())) {
            mistakes.accept("watermark", "a column of type date, datetime or integer is needed");
        }
    }

    private void checkClosed() {
        if (feed.closed() == null) {
            return;
        }
        declared("closed.column", feed.closed().column());
        if (feed.closed().column() == null || feed.closed().values() == null || feed.closed().values().isEmpty()) {
            mistakes.accept("closed", "a column and the values that mean that a record is no more are needed");
        }
        if (feed.changeKind() == ChangeKind.APPEND) {
            mistakes.accept("closed", "what happened cannot be closed: changes is append");
        }
    }

    private void check(String place, @Nullable FeedCheck check) {
        if (check == null || check.check() == null) {
            mistakes.accept(place + ".check", "a name is needed");
            return;
        }
        if (Stream.of(check.sql(), check.references(), check.rows(), check.freshness()).filter(part -> part != null)
                .count() != 1) {
            mistakes.accept(place, "exactly one of sql, references, rows and freshness is needed");
        }
        if (check.references() != null) {
            declared(place + ".references.column", check.references().column());
        }
        checkFreshness(place, check.freshness());
        if (!check.isOfRows() && check.severity() == Severity.REJECT) {
            mistakes.accept(place + ".severity", "no single row breaks it: warn or fail is needed");
        }
        if (check.tolerance() != null && (!check.isOfRows() || check.effectiveSeverity() == Severity.WARN)) {
            mistakes.accept(place + ".tolerance", "only a rule that refuses rows has a tolerance");
        }
    }

    private void checkFreshness(String place, FeedCheck.@Nullable Freshness freshness) {
        Column column = freshness == null ? null : declared(place + ".freshness.column", freshness.column());
        if (column != null && column.type() != ColumnType.DATE && column.type() != ColumnType.DATE_TIME) {
            mistakes.accept(place + ".freshness.column", "a column of type date or datetime is needed");
        }
    }

    private @Nullable Column declared(String place, @Nullable String column) {
        if (column == null) {
            return null;
        }
        if (!feed.columns().containsKey(column)) {
            mistakes.accept(place, "no column '%s' is declared; there are %s".formatted(column,
                    feed.columns().keySet()));
        }
        return feed.columns().get(column);
    }
}
