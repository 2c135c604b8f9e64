package zhiyin.staging;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import zhiyin.source.DeclaredCheck;
import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.Severity;
import zhiyin.source.SourceCatalog;
import zhiyin.source.Tolerance;
import zhiyin.staging.Accounts.FileAccount;

/** Decides between staging and graph whether what a load took is fit to go on. */
public class Judge {

    private final Staging staging;
    private final SourceCatalog catalog;
    private final Landing landing;
    private final Accounts accounts;

    /**
     * A judge.
     *
     * @param staging where the deliveries are
     * @param catalog what is declared of them
     * @param landing what lies there: a refused file that was taken away is in nobody's way
     */
    public Judge(Staging staging, SourceCatalog catalog, Landing landing) {
        this.staging = staging;
        this.catalog = catalog;
        this.landing = landing;
        this.accounts = new Accounts(staging);
    }

    /**
     * Judges the deliveries of a load and notes what is found.
     *
     * @param feeds feeds that the load takes
     * @param load  its number
     * @param now   the time that freshness is measured by
     * @return what forbids to go on, a sentence each; empty when nothing does
     */
    public List<String> judge(FeedSelection feeds, long load, Instant now) {
        List<String> stops = new ArrayList<>();
        staging.run("DELETE FROM notice WHERE load = %d AND file IS NULL".formatted(load));
        List<FileAccount> files = accounts.files(load);
        catalog.inOrder().stream().filter(named -> feeds.includes(named.source().source(), named.name()))
                .forEach(named -> judge(named, files, load, now, stops));
        return stops;
    }

    /**
     * Answers why files of a load are refused whole, a sentence each. Corrected rows that come without their file are judged by
     * no more than this: they are no delivery of the source.
     */
    public List<String> refused(FeedSelection feeds, long load) {
        List<FileAccount> files = accounts.files(load);
        return catalog.inOrder().stream().filter(named -> feeds.includes(named.source().source(), named.name()))
                .flatMap(named -> refused(named, of(named, files))).toList();
    }

    private Stream<String> refused(NamedFeed named, List<FileAccount> files) {
        List<String> there = landing.namesOf(named);
        return files.stream().filter(file -> file.refused() != null && there.contains(file.file()))
                .map(file -> "%s: %s: %s".formatted(named.fullName(), file.file(), file.refused()));
    }

    private static List<FileAccount> of(NamedFeed named, List<FileAccount> all) {
        return all.stream().filter(file -> file.source().equals(named.source().source())
                && file.feed().equals(named.name())).toList();
    }

    private void judge(NamedFeed named, List<FileAccount> all, long load, Instant now, List<String> stops) {
        List<FileAccount> files = of(named, all);
        refused(named, files).forEach(stops::add);
        long rows = files.stream().mapToLong(FileAccount::read).sum();
        long rejected = files.stream().filter(file -> file.refused() == null).mapToLong(FileAccount::rejected).sum();
        Tolerance tolerance = named.feed().terms().tolerated();
        if (tolerance != null && tolerance.isExceededBy(rejected, rows)) {
            tell(named, load, Severity.FAIL, "TOLERANCE", "%d of %d rows are refused, where %s are tolerated"
                    .formatted(rejected, rows, tolerance), stops);
        }
        for (DeclaredCheck check : named.feed().terms().declaredChecks()) {
            if (check.rows() != null && !files.isEmpty()) {
                judgeRows(named, check, check.rows(), rows, load, stops);
            } else if (check.freshness() != null) {
                judgeFreshness(named, check, check.freshness(), load, now, stops);
            }
        }
    }

    private void judgeRows(NamedFeed named, DeclaredCheck check, DeclaredCheck.RowCount count, long rows, long load,
            List<String> stops) {
        if (count.min() != null && rows < count.min() || count.max() != null && rows > count.max()) {
            tell(named, load, check.effectiveSeverity(), "ROWS", "check '%s': %d rows, where %s to %s are expected"
                    .formatted(check.check(), rows, count.min() == null ? 0 : count.min(),
                            count.max() == null ? "any number" : count.max()),
                    stops);
        }
        List<Long> before = staging.query("""
                SELECT "rows" FROM feed_rows WHERE source = ? AND feed = ? AND load < ? ORDER BY load DESC LIMIT 1""",
                row -> row.getLong(1), named.source().source(), named.name(), load);
        if (count.swing() != null && !before.isEmpty()
                && Tolerance.of(count.swing()).isExceededBy(Math.abs(rows - before.getFirst()), before.getFirst())) {
            tell(named, load, check.effectiveSeverity(), "ROWS",
                    "check '%s': %d rows after %d, where a swing of %s is expected"
                            .formatted(check.check(), rows, before.getFirst(), count.swing()),
                    stops);
        }
    }

    private void judgeFreshness(NamedFeed named, DeclaredCheck check, DeclaredCheck.Freshness freshness, long load,
            Instant now,
            List<String> stops) {
        staging.query("SELECT max(newest) FROM landed WHERE source = ? AND feed = ? HAVING max(newest) IS NOT NULL",
                row -> row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC), named.source().source(),
                named.name()).forEach(newest -> {
                    Duration age = Duration.between(newest, now);
                    if (age.compareTo(freshness.allowed()) > 0) {
                        tell(named, load, check.effectiveSeverity(), "FRESHNESS",
                                "check '%s': the newest is of %s, %s ago, where %s are allowed".formatted(check.check(),
                                        newest, words(age), words(freshness.allowed())),
                                stops);
                    }
                });
    }

    private static String words(Duration age) {
        return age.toHours() < 1 ? age.toMinutes() + " minutes" : age.toHours() + " hours";
    }

    private void tell(NamedFeed named, long load, Severity severity, String code, String message,
            List<String> stops) {
        staging.update("INSERT INTO notice VALUES (?, ?, ?, NULL, ?, ?, ?)", load, named.source().source(),
                named.name(), severity.name(), code, message);
        if (severity == Severity.FAIL) {
            stops.add(named.fullName() + ": " + message);
        }
    }
}
