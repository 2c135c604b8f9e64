package zhiyin.staging;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Corrections.Waiting;

/** Finds what is to be read because somebody corrected refused rows of it. */
class CorrectedDeliveries {

    private final Staging staging;
    private final SourceCatalog catalog;
    private final Deliveries deliveries;
    private final Corrections corrections;

    CorrectedDeliveries(Staging staging, SourceCatalog catalog, Deliveries deliveries, Corrections corrections) {
        this.staging = staging;
        this.catalog = catalog;
        this.deliveries = deliveries;
        this.corrections = corrections;
    }

    /** Corrected rows without their files; where nothing of their file was taken, the file. */
    List<Delivery> of(Wanted wanted) {
        return catalog.inOrder().stream()
                .filter(named -> wanted.feeds().includes(named.source().source(), named.name()))
                .flatMap(named -> of(named, wanted.load())).toList();
    }

    private Stream<Delivery> of(NamedFeed named, long load) {
        Map<String, Map<Long, Waiting>> byFile = byFile(named);
        if (byFile.isEmpty()) {
            return Stream.empty();
        }
        Wanted ofFeed = new Wanted(load, new FeedSelection(List.of(named.fullName())), false, null, null);
        return Stream.concat(deliveries.files(ofFeed).filter(this::isToBeReadAgain), byFile.entrySet().stream()
                .map(rows -> new Delivery.Corrected(named.source(), named.name(), rows.getKey(),
                        List.copyOf(rows.getValue().values())))
                .filter(rows -> !isRefused(rows) && !isReadIn(load, rows)));
    }

    /** Of two rows on the same line of a file that was replaced, the later one; the other waits for the next load. */
    private Map<String, Map<Long, Waiting>> byFile(NamedFeed named) {
        Map<String, Map<Long, Waiting>> byFile = new TreeMap<>();
        corrections.waiting(named.source().source(), named.name()).forEach(row -> byFile
                .computeIfAbsent(row.file(), file -> new TreeMap<>())
                .merge(row.line(), row, (one, other) -> one.load() > other.load() ? one : other));
        return byFile;
    }

    private boolean isReadIn(long load, Delivery delivery) {
        return staging.number("""
                SELECT (SELECT count(*) FROM replayed WHERE load = $1 AND source = $2 AND feed = $3 AND file = $4)
                    + (SELECT count(*) FROM landed WHERE load = $1 AND source = $2 AND feed = $3 AND file = $4)
                """, load, delivery.source().source(), delivery.feedName(), delivery.name()) > 0;
    }

    /** Whether nothing was taken of a file when it was read last. */
    private boolean isRefused(Delivery delivery) {
        return staging.number("SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND NOT taken",
                delivery.source().source(), delivery.feedName(), delivery.name()) > 0;
    }

    /** Whether rows of a file of which nothing was taken were corrected since. */
    boolean isToBeReadAgain(Delivery delivery) {
        return isRefused(delivery) && corrections.revision(delivery.source().source(),
                delivery.feedName()) > staging.number("""
                        SELECT coalesce(max(revision), 0) FROM refused_file WHERE source = ? AND feed = ? AND file = ?
                        """, delivery.source().source(), delivery.feedName(), delivery.name());
    }

    /** Notes the corrections that were known when a delivery was read of which nothing may have been taken. */
    void note(Delivery delivery, long revision) {
        Object[] place = {delivery.source().source(), delivery.feedName(), delivery.name()};
        staging.update("DELETE FROM refused_file WHERE source = ? AND feed = ? AND file = ?", place);
        if (isRefused(delivery)) {
            staging.update("INSERT INTO refused_file VALUES (?, ?, ?, %d)".formatted(revision), place);
        }
    }
}
