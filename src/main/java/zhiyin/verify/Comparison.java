package zhiyin.verify;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import zhiyin.golden.GoldenRecords;
import zhiyin.graph.BulkWriter;
import zhiyin.graph.Graph;
import zhiyin.graph.GraphImage;
import zhiyin.load.KindOrder;
import zhiyin.model.History;
import zhiyin.model.RecordKind;
import zhiyin.search.EventIndexes;
import zhiyin.source.Source;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.EventList;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;
import zhiyin.staging.ToldRecords;
import zhiyin.tag.TagCatalogue;
import zhiyin.verify.Difference.Store;

/** Compares all kinds of record, those that are referred to first, and the search indices last. */
@Component
class Comparison {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.verify");

    private final Staging staging;
    private final TagCatalogue tags;
    private final int page;
    private final Graph graph;
    private final BulkWriter writer;
    private final IndexComparison index;
    private final EventIndexes events;
    private final List<RecordKind> staged;
    private final Map<String, GraphImage> images;
    private final Set<String> sources;

    Comparison(@Value("${zhiyin.load.batch:5000}") int page, Staging staging, TagCatalogue tags, Graph graph,
            BulkWriter writer, IndexComparison index, EventIndexes events, List<RecordKind> kinds,
            List<GraphImage> images, SourceCatalog catalog) {
        this.page = page;
        this.staging = staging;
        this.tags = tags;
        this.graph = graph;
        this.writer = writer;
        this.index = index;
        this.events = events;
        this.staged = KindOrder.of(kinds.stream().filter(kind -> !kind.name().equals(Tables.PARTY)).toList());
        this.images = Stream.concat(GoldenRecords.images().stream(), images.stream())
                .collect(toMap(GraphImage::kind, image -> image));
        this.sources = catalog.sources().stream().map(Source::source).collect(toSet());
    }

    /** Who learns what is found. */
    interface Listener extends Consumer<Difference> {

        /** Takes what came of one kind. */
        void done(Tally tally);
    }

    void run(int number, boolean repair, Listener listener) {
        ZonedDateTime at = repair ? Instant.now().truncatedTo(ChronoUnit.MILLIS).atZone(ZoneOffset.UTC) : null;
        if (at != null) {
            // what marks lead to, so that those that are gone can be told again
            tags.write(at.toOffsetDateTime());
        }
        GoldenRecords.kinds().forEach(kind -> compare(number, kind, true, at, listener));
        compare(number, GoldenRecords.mergedCustomers(), true,
                ToldRecords.ofSurvivors(staging, GoldenRecords.mergedCustomers()), at, listener);
        staged.forEach(kind -> {
            compare(number, kind, false, at, listener);
            Stream.ofNullable(kind.history()).flatMap(History::made)
                    .forEach(made -> compare(number, made, true, at, listener));
        });
        Findings findings = new Findings(Store.SEARCH, "Customer", listener);
        index.compare(findings, repair);
        tell(number, findings.tally(), listener);
        staged.stream().filter(kind -> kind.history() != null).forEach(kind -> {
            Findings ofEvents = new Findings(Store.SEARCH, kind.name(), listener);
            new EventComparison(events.of(kind), EventList.toCompare(staging, kind)).compare(ofEvents, repair);
            tell(number, ofEvents.tally(), listener);
        });
    }

    private void compare(int number, RecordKind kind, boolean made, @Nullable ZonedDateTime repairAt,
            Listener listener) {
        compare(number, kind, made, ToldRecords.of(staging, kind, made, image(kind).place()), repairAt, listener);
    }

    private GraphImage image(RecordKind kind) {
        return images.getOrDefault(kind.name(), GraphImage.of(kind));
    }

    private void compare(int number, RecordKind kind, boolean made, ToldRecords records,
            @Nullable ZonedDateTime repairAt, Listener listener) {
        GraphImage image = image(kind);
        Predicate<String> isLoaded = made ? id -> true : id -> sources.contains(id.split(":", 2)[0]);
        Findings findings = new Findings(Store.GRAPH, kind.name(), listener);
        new KindComparison(kind, image, records, new Ranges(graph, image, records, page),
                new RangeComparison(graph, image, records, isLoaded), writer).compare(findings, repairAt);
        tell(number, findings.tally(), listener);
    }

    private static void tell(int number, Tally tally, Listener listener) {
        LOG.info(String.format(Locale.ROOT, "verify %d  %-6s %-18s %,11d / %,d records  %,d differences", number,
                tally.store().name().toLowerCase(Locale.ROOT), tally.kind(), tally.found(), tally.expected(),
                tally.differences()));
        listener.done(tally);
    }
}
