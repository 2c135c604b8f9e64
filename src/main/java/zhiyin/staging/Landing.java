package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import zhiyin.model.RecordKind;
import zhiyin.source.Feed;
import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.Placeholders;
import zhiyin.source.SourceCatalog;

/** Takes what the sources deliver into staging, one file or table at a time: it is taken over whole or not at all. */
public class Landing {

    /** How many characters a value may have when nobody says. */
    static final int LONGEST_VALUE = 1 << 20;

    private final Staging staging;
    private final SourceCatalog catalog;
    private final List<RecordKind> kinds;
    private final Normaliser normaliser;
    private final Deliveries deliveries;
    private final Watermarks watermarks;
    private final Notices notices;
    private final int longestValue;
    private final Origins origins;

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
        this(staging, catalog, kinds, normaliser, input, LONGEST_VALUE, Origins.NONE);
    }

    /**
     * A landing.
     *
     * @param staging      where to
     * @param catalog      the declared sources
     * @param kinds        the kinds of record that they fill
     * @param normaliser   brings phones and the like into one form
     * @param input        folder that the files lie in
     * @param longestValue how many characters a value may have; a row with a longer one is refused
     * @param origins      numbers what is taken over, for records to say where they came from
     */
    public Landing(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser, Path input,
            int longestValue, Origins origins) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.normaliser = normaliser;
        this.watermarks = new Watermarks(staging);
        this.notices = new Notices(staging);
        this.deliveries = new Deliveries(catalog, input, watermarks);
        this.longestValue = longestValue;
        this.origins = origins;
        kinds.forEach(kind -> Tables.create(staging, kind));
    }

    /**
     * What came of a file.
     *
     * @param rows     rows that it has
     * @param rejected rows of these that were refused
     */
    public record Landed(long rows, long rejected) {}

    /**
     * Files that are new or changed since they were last taken over, or whose declaration changed, by source, feed and name. Tables
     * are not among them: whether they have something new is known when they were read.
     */
    public List<Delivery> due() {
        return deliveries.files(Wanted.ofAll(0)).filter(delivery -> !isLanded(delivery)).toList();
    }

    /** What a load has still to take over: files as for {@link #due()}, or all when it is a full one, and tables. */
    public List<Delivery> pending(Wanted wanted) {
        return deliveries.of(wanted).filter(delivery -> switch (delivery) {
            case Delivery.File file -> wanted.full() ? !isLandedIn(wanted.load(), file) : !isLanded(file);
            case Delivery.Table table -> !isLandedIn(wanted.load(), table);
        }).toList();
    }

    /** Names of what lies there now for a feed, landed or not. */
    List<String> namesOf(NamedFeed named) {
        return deliveries.of(new Wanted(0, new FeedSelection(List.of(named.fullName())), true, null, null))
                .map(Delivery::name).toList();
    }

    private boolean isLanded(Delivery delivery) {
        return staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND fingerprint = ?",
                delivery.source().source(), delivery.feedName(), delivery.name(), delivery.fingerprint()) > 0;
    }

    private boolean isLandedIn(long load, Delivery delivery) {
        return staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND load = ? AND fingerprint = ?",
                delivery.source().source(), delivery.feedName(), delivery.name(), load, delivery.fingerprint()) > 0;
    }

    /**
     * Takes a delivery over.
     *
     * @param delivery what to take
     * @param load number of the load
     * @param at   when the load began
     */
    public Landed land(Delivery delivery, long load, Instant at) {
        Landed[] landed = new Landed[1];
        int number = origins.number(load, delivery.source().source(), delivery.feedName(), delivery.name());
        staging.together(() -> landed[0] = new Takeover(staging, catalog, kinds, delivery, load, number, at)
                .run(read(delivery), watermarks, notices));
        return landed[0];
    }

    private RawRows.Content read(Delivery delivery) {
        return new RawRows(staging, delivery.source(), delivery.feed(), normaliser).read(rows(delivery),
                delivery.name());
    }

    private Rows rows(Delivery delivery) {
        Feed feed = delivery.feed();
        Texts texts = new Texts(feed.layout().charset(), longestValue);
        return switch (delivery) {
            case Delivery.Table table -> new TableRows(table, new SourceDatabase(table.source(),
                    Objects.requireNonNull(table.source().database()), Placeholders.ofProcess()), texts);
            case Delivery.File file -> switch (feed.layout().fileFormat()) {
                case CSV -> new CsvRows(new TextFile(file.path(), feed.layout().charset()), feed, texts);
                case JSON_LINES -> new JsonRows(new TextFile(file.path(), feed.layout().charset()), feed, texts);
                case PARQUET -> new ParquetRows(file.path(), feed, texts);
            };
        };
    }
}
