package zhiyin.staging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import zhiyin.model.RecordKind;
import zhiyin.source.Feed;
import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.Source;
import zhiyin.source.SourceCatalog;

/** Takes the files of the sources into staging, one file at a time: a file is taken over whole or not at all. */
public class Landing {

    private final Staging staging;
    private final SourceCatalog catalog;
    private final List<RecordKind> kinds;
    private final Normaliser normaliser;
    private final Path input;

    /**
     * A landing.
     *
     * @param staging    where to
     * @param catalog    the declared sources
     * @param kinds      the kinds of record that they fill
     * @param normaliser brings phones and the like into one form
     * @param input      folder that the files lie in
     */
    public Landing(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser, Path input) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.normaliser = normaliser;
        this.input = input;
        kinds.forEach(kind -> Tables.create(staging, kind));
    }

    /**
     * A file that has to be taken over.
     *
     * @param source      system that delivered it
     * @param feedName    name of the feed
     * @param path        where it lies
     * @param file        its name, relative to the input folder
     * @param fingerprint what tells whether the file or its declaration changed
     * @param size        in bytes
     * @param modified    when it was last written
     */
    public record PendingFile(Source source, String feedName, Path path, String file, String fingerprint, long size,
            Instant modified) {

        Feed feed() {
            return java.util.Objects.requireNonNull(source.feeds().get(feedName));
        }
    }

    /**
     * What came of a file.
     *
     * @param rows     rows that it has
     * @param rejected rows of these that were refused
     */
    public record Landed(long rows, long rejected) {}

    /** Files that are new or changed since they were last taken over, or whose declaration changed, by source, feed and name. */
    public List<PendingFile> pending() {
        return pending(FeedSelection.ALL);
    }

    /** The same, of some feeds. */
    public List<PendingFile> pending(FeedSelection feeds) {
        return files(feeds).filter(file -> !isLanded(file)).toList();
    }

    /** Files of some feeds that a load has not taken over yet, changed or not. */
    public List<PendingFile> notLandedIn(long load, FeedSelection feeds) {
        return files(feeds).filter(file -> staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND load = ? AND fingerprint = ?",
                file.source().source(), file.feedName(), file.file(), load, file.fingerprint()) == 0).toList();
    }

    private Stream<PendingFile> files(FeedSelection feeds) {
        return catalog.inOrder().stream().filter(named -> feeds.includes(named.source().source(), named.name()))
                .flatMap(named -> files(named.source(), named.name()));
    }

    /** Files that lie there now for a feed, landed or not. */
    List<PendingFile> filesOf(NamedFeed named) {
        return files(named.source(), named.name()).toList();
    }

    private Stream<PendingFile> files(Source source, String feedName) {
        Feed feed = java.util.Objects.requireNonNull(source.feeds().get(feedName));
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + feed.files());
        if (!Files.isDirectory(input)) {
            return Stream.empty();
        }
        try (Stream<Path> found = Files.walk(input)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(input.relativize(file)))
                    .sorted().toList();
            return files.stream().map(file -> pendingFile(source, feedName, feed, file));
        } catch (IOException unreadable) {
            throw new StagingException("Cannot look for files in %s: %s".formatted(input, unreadable.getMessage()),
                    unreadable);
        }
    }

    private PendingFile pendingFile(Source source, String feedName, Feed feed, Path file) {
        try {
            long size = Files.size(file);
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            String fingerprint = "%d:%d:%s".formatted(size, modified.toEpochMilli(),
                    Integer.toHexString((feed.toString() + source.zone() + source.region()).hashCode()));
            return new PendingFile(source, feedName, file, input.relativize(file).toString(), fingerprint, size,
                    modified);
        } catch (IOException unreadable) {
            throw new StagingException("Cannot look at %s: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private boolean isLanded(PendingFile file) {
        return staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND fingerprint = ?",
                file.source().source(), file.feedName(), file.file(), file.fingerprint()) > 0;
    }

    /**
     * Takes a file over.
     *
     * @param file what to take
     * @param load number of the load
     * @param at   when the load began
     */
    public Landed land(PendingFile file, long load, Instant at) {
        Landed[] landed = new Landed[1];
        staging.together(() -> landed[0] = new Takeover(staging, catalog, kinds, normaliser, file, load, at).run());
        return landed[0];
    }
}
