package zhiyin.source;

import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

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
        requireTolerance("tolerance", feed.terms().tolerance());
        feed.columns().forEach((name, column) -> {
            if (column != null) {
                requireTolerance("columns." + name + ".tolerance", column.strictness().tolerance());
            }
        });
        checkClosed();
        for (int i = 0; i < feed.terms().declaredChecks().size(); i++) {
            check("checks[" + i + "]", feed.terms().declaredChecks().get(i));
        }
    }

    private void requireTolerance(String place, @Nullable String tolerance) {
        if (tolerance != null && !Tolerance.isOne(tolerance)) {
            mistakes.accept(place, "'%s' is no tolerance; examples are 2%% and 100".formatted(tolerance));
        }
    }

    private void checkClosed() {
        ClosedMark closed = feed.terms().closed();
        if (closed == null) {
            return;
        }
        declared("closed.column", closed.column());
        if (closed.column() == null || closed.values() == null || closed.values().isEmpty()) {
            mistakes.accept("closed", "a column and the values that mean that a record is no more are needed");
        }
        if (feed.terms().changeKind() == ChangeKind.APPEND) {
            mistakes.accept("closed", "what happened cannot be closed: changes is append");
        }
    }

    private void check(String place, @Nullable DeclaredCheck check) {
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
        requireTolerance(place + ".tolerance", check.tolerance());
        requireTolerance(place + ".rows.swing", check.rows() == null ? null : check.rows().swing());
        if (!check.isOfRows() && check.severity() == Severity.REJECT) {
            mistakes.accept(place + ".severity", "no single row breaks it: warn or fail is needed");
        }
        if (check.tolerance() != null && (!check.isOfRows() || check.effectiveSeverity() == Severity.WARN)) {
            mistakes.accept(place + ".tolerance", "only a rule that refuses rows has a tolerance");
        }
    }

    private void checkFreshness(String place, DeclaredCheck.@Nullable Freshness freshness) {
        if (freshness != null && !isDuration(freshness.within())) {
            mistakes.accept(place + ".freshness.within",
                    "'%s' is no duration; examples are 26h and 7d".formatted(freshness.within()));
        }
        Column column = freshness == null ? null : declared(place + ".freshness.column", freshness.column());
        if (column != null && !column.isDated()) {
            mistakes.accept(place + ".freshness.column", "a column of type date or datetime is needed");
        }
    }

    private static boolean isDuration(@Nullable String text) {
        try {
            return text != null && !DurationStyle.detectAndParse(text).isNegative();
        } catch (IllegalArgumentException none) {
            return false;
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
