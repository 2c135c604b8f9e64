package zhiyin.staging;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;
import zhiyin.source.Tolerance;

/** Finds where more rows of a file break rules than its feed tolerates. Looks at {@code fault}. */
class Breaches {

    private final Staging staging;
    private final Feed feed;
    private final List<String> breaches = new ArrayList<>();

    Breaches(Staging staging, Feed feed) {
        this.staging = staging;
        this.feed = feed;
    }

    List<String> of(RawRows.Content content) {
        long rows = content.rows();
        long refused = content.refused() ? Math.max(1, rows) : staging.number("SELECT count(DISTINCT line) FROM fault");
        find("%d of %d rows are refused", refused, Math.max(1, rows), feed.terms().tolerated());
        feed.columns().forEach((name, column) -> find("column '" + name + "': %d of %d rows break its rules",
                broken(name), rows, column.strictness().tolerated()));
        feed.terms().declaredChecks().stream().filter(check -> check.sql() != null)
                .forEach(check -> find("check '" + check.check() + "': %d of %d rows break it", broken(check.check()),
                        rows, check.tolerated()));
        return breaches;
    }

    private long broken(String field) {
        return staging.number("SELECT count(DISTINCT line) FROM fault WHERE field = ?", field);
    }

    private void find(String words, long broken, long rows, @Nullable Tolerance tolerance) {
        if (tolerance != null && tolerance.isExceededBy(broken, rows)) {
            breaches.add((words + ", where %s are tolerated").formatted(broken, rows,
                    tolerance.equals(Tolerance.NONE) ? "none" : tolerance));
        }
    }
}
