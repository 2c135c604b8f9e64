package zhiyin.staging;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import zhiyin.model.RowPlace;
import zhiyin.source.ChangeKind;
import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.SourceCatalog;

import static java.util.stream.Collectors.joining;

/**
 * Closes the records that no file of a snapshot has any more. All files of the feed that lie there are one snapshot; where one of
 * them is refused, nothing is closed, for nobody knows what it would have held.
 */
public class Vanished {

    /** A snapshot that lacks more of what was known than this is taken for a broken delivery. */
    private static final double MOST = 0.5;

    private final Staging staging;
    private final SourceCatalog catalog;
    private final Landing landing;
    private final Origins origins;

    /** A closer of records that do not say what closed them. */
    public Vanished(Staging staging, SourceCatalog catalog, Landing landing) {
        this(staging, catalog, landing, Origins.NONE);
    }

    /**
     * A closer.
     *
     * @param staging where the records are
     * @param catalog the declared sources
     * @param landing what lies there
     * @param origins numbers the snapshots, for closed records to say what closed them
     */
    public Vanished(Staging staging, SourceCatalog catalog, Landing landing, Origins origins) {
        this.staging = staging;
        this.catalog = catalog;
        this.landing = landing;
        this.origins = origins;
    }

    /**
     * Closes what vanished. Answers, a sentence each, the feeds that lack so much that nothing of theirs is closed.
     *
     * @param feeds     feeds that the load takes
     * @param load      its number
     * @param at        when it began
     * @param tolerated whether somebody said that however much may be closed
     */
    public List<String> close(FeedSelection feeds, long load, Instant at, boolean tolerated) {
        return catalog.inOrder().stream().filter(named -> named.feed().terms().changeKind() == ChangeKind.SNAPSHOT)
                .filter(named -> feeds.includes(named.source().source(), named.name()))
                .flatMap(named -> close(named, load, at, tolerated).stream()).toList();
    }

    private Optional<String> close(NamedFeed named, long load, Instant at, boolean tolerated) {
        List<String> files = landing.namesOf(named);
        if (files.isEmpty() || !areTaken(named, files)) {
            return Optional.empty();
        }
        long known = count(named, "true");
        long vanished = count(named, isAbsent(named, files));
        if (vanished > known * MOST && !tolerated) {
            return Optional.of(
                    "%s: %d of %d records are not in the snapshot any more; that many are not closed without being asked"
                            .formatted(named.fullName(), vanished, known));
        }
        if (vanished > 0) {
            staging.together(() -> close(named, files, load, vanished, at));
        }
        forgetGone(named, files);
        return Optional.empty();
    }

    /** A file that comes back is read, though it be the same. */
    private void forgetGone(NamedFeed named, List<String> files) {
        staging.update("DELETE FROM landed WHERE source = ? AND feed = ? AND file NOT IN (%s)".formatted(
                Sql.texts(files)), named.source().source(), named.name());
    }

    private boolean areTaken(NamedFeed named, List<String> files) {
        return staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND taken AND file IN (%s)"
                        .formatted(Sql.texts(files)),
                named.source().source(), named.name()) == files.size();
    }

    private long count(NamedFeed named, String condition) {
        return catalog.kindsOf(named.fullName()).stream().mapToLong(kind -> staging.number(
                "SELECT count(*) FROM staged.%s s WHERE %s AND %s".formatted(Sql.name(kind), isOpen(named), condition)
                        .replace("$kind", Sql.text(kind))))
                .sum();
    }

    private static String isOpen(NamedFeed named) {
        return "s._source = %s AND s._feed = %s AND s._closed_at IS NULL".formatted(
                Sql.text(named.source().source()), Sql.text(named.name()));
    }

    private static String isAbsent(NamedFeed named, List<String> files) {
        return """
                NOT EXISTS (SELECT 1 FROM present p WHERE p.source = %s AND p.feed = %s AND p.kind = $kind
                    AND p.id = s.id AND p.file IN (%s))""".formatted(Sql.text(named.source().source()),
                Sql.text(named.name()), Sql.texts(files));
    }

    private void close(NamedFeed named, List<String> files, long load, long vanished, Instant at) {
        long origin = RowPlace.start(origins.number(load, named.source().source(), named.name(), null));
        String moment = LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString();
        staging.run(catalog.kindsOf(named.fullName()).stream()
                .map(kind -> """
                INSERT INTO untold.%1$s SELECT s.id FROM staged.%1$s s WHERE %5$s AND %6$s;
                UPDATE staged.%1$s s SET _closed_at = TIMESTAMP '%2$s', _hash = _hash || '%3$s', _load = %4$d, _closed_by = %7$d
                WHERE %5$s AND %6$s"""
                        .formatted(Sql.name(kind), moment, Tables.CLOSED, load, isOpen(named), isAbsent(named, files),
                                origin)
                        .replace("$kind", Sql.text(kind)))
                .collect(joining(";\n")));
        staging.run("DELETE FROM present WHERE source = %s AND feed = %s AND file NOT IN (%s)".formatted(
                Sql.text(named.source().source()), Sql.text(named.name()), Sql.texts(files)));
        staging.update("INSERT INTO vanished VALUES (?, ?, ?, ?)", load, named.source().source(), named.name(),
                vanished);
    }
}
