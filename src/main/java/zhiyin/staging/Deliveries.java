package zhiyin.staging;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import zhiyin.source.ChangeKind;
import zhiyin.source.DatedGlob;
import zhiyin.source.Feed;
import zhiyin.source.FeedSelection;
import zhiyin.source.Origin.Arrival;
import zhiyin.source.Source;
import zhiyin.source.SourceCatalog;

/** Finds what the sources have delivered. */
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final SourceCatalog catalog;
    private final Path input;
    private final Watermarks watermarks;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    Deliveries(SourceCatalog catalog, Path input, Watermarks watermarks) {
        this.catalog = catalog;
        this.input = input;
        this.watermarks = watermarks;
    }

    /** Files and tables that a load may take. */
    Stream<Delivery> of(Wanted wanted) {
        return feeds(wanted.feeds(), (source, feedName, feed) -> feed.origin().isTable()
                ? Stream.of(table(source, feedName, feed, wanted.full()))
                : files(source, feedName, feed, wanted));
    }

    /** Files alone: whether a table has something new is known when it was read. */
    Stream<Delivery> files(Wanted wanted) {
        return feeds(wanted.feeds(), (source, feedName, feed) -> files(source, feedName, feed, wanted));
    }

    /** What is done for each feed. */
    private interface OfFeed {

        Stream<Delivery> of(Source source, String feedName, Feed feed);
    }

    private Stream<Delivery> feeds(FeedSelection selection, OfFeed deliveries) {
        return catalog.inOrder().stream().filter(named -> selection.includes(named.source().source(), named.name()))
                .flatMap(named -> deliveries.of(named.source(), named.name(), named.feed()));
    }

    private Delivery table(Source source, String feedName, Feed feed, boolean full) {
        boolean isWhole = full || feed.terms().changeKind() == ChangeKind.SNAPSHOT;
        String table = feed.origin().table();
        String fingerprint = fingerprint(source, feed);
        return new Delivery.Table(source, feedName, "jdbc:" + (table == null ? feedName : table), fingerprint,
                isWhole ? null : watermarks.of(source.source(), feedName, fingerprint));
    }

    private Stream<Delivery> files(Source source, String feedName, Feed feed, Wanted wanted) {
        List<DatedGlob> globs = feed.origin().globs().stream().map(DatedGlob::of).toList();
        if (globs.isEmpty() || !Files.isDirectory(input)) {
            return Stream.empty();
        }
        List<PathMatcher> matchers = globs.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob.widened())).toList();
        try (Stream<Path> found = Files.walk(input)) {
            List<Path> files = found.filter(Files::isRegularFile).map(input::relativize)
                    .filter(file -> !isUnfinished(file) && isWanted(file, globs, matchers, source, wanted))
                    .map(input::resolve).filter(file -> hasArrived(file, feed)).sorted().toList();
            return (feed.terms().changeKind() == ChangeKind.SNAPSHOT ? newest(files, globs) : files).stream()
                    .map(file -> file(source, feedName, feed, file));
        } catch (IOException unreadable) {
            throw new StagingException("Cannot look for files in %s: %s".formatted(input, unreadable.getMessage()),
                    unreadable);
        }
    }

    /** Where files are told apart by a date in their names, those of the newest date are the snapshot. */
    private List<Path> newest(List<Path> files, List<DatedGlob> globs) {
        Map<Path, LocalDate> dates = new HashMap<>();
        for (Path file : files) {
            globs.stream().flatMap(glob -> glob.dateOf(input.relativize(file)).stream()).findFirst()
                    .ifPresent(day -> dates.put(file, day));
        }
        Optional<LocalDate> newest = dates.values().stream().max(LocalDate::compareTo);
        return files.stream().filter(file -> newest.isEmpty() || newest.get().equals(dates.get(file))).toList();
    }

    /** Names that programs give to what they are still writing. */
    private static boolean isUnfinished(Path file) {
        String name = file.toString();
        return name.endsWith(".part") || name.endsWith(".tmp")
                || StreamSupport.stream(file.spliterator(), false).anyMatch(part -> part.toString().startsWith("."));
    }

    private static boolean isWanted(Path file, List<DatedGlob> globs, List<PathMatcher> matchers, Source source,
            Wanted wanted) {
        for (int i = 0; i < globs.size(); i++) {
            DatedGlob glob = globs.get(i);
            if (matchers.get(i).matches(file) && (glob.pattern().isEmpty()
                    || glob.dateOf(file).filter(day -> wanted.covers(day, source)).isPresent())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasArrived(Path file, Feed feed) {
        Arrival arrival = feed.origin().arrival();
        if (arrival == null) {
            return true;
        }
        Path marker = Path.of(arrival.doneMarker().replace("{file}", file.toString()).replace("{folder}",
                String.valueOf(file.getParent())));
        boolean arrived = Files.exists(marker);
        if (!arrived && told.add(file.toString())) {
            LOG.info("{} waits for {}", input.relativize(file), input.relativize(marker));
        }
        return arrived;
    }

    private Delivery file(Source source, String feedName, Feed feed, Path file) {
        try {
            long size = Files.size(file);
            Instant modified = Files.getLastModifiedTime(file).toInstant();
            String fingerprint = "%d:%d:%s".formatted(size, modified.toEpochMilli(),
                    fingerprint(source, feed));
            return new Delivery.File(source, feedName, file, input.relativize(file).toString(), fingerprint, size,
                    modified);
        } catch (IOException unreadable) {
            throw new StagingException("Cannot look at %s: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static String fingerprint(Source source, Feed feed) {
        return Integer.toHexString((feed.toString() + source.zone() + source.region()).hashCode());
    }
}
