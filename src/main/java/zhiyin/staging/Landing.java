package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
    private final Refusals refusals;
    private final CorrectedDeliveries corrected;
    private final Redelivered redelivered;
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
        this(staging, catalog, kinds, normaliser, input, LONGEST_VALUE, Refusals.UNCORRECTED, Origins.NONE);
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
     * @param refusals     what is done about rows that are refused
     * @param origins      numbers what is taken over, for records to say where they came from
     */
    public Landing(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser, Path input,
            int longestValue, Refusals refusals, Origins origins) {
        this.staging = staging;
        this.catalog = catalog;
        this.kinds = kinds;
        this.normaliser = normaliser;
        this.watermarks = new Watermarks(staging);
        this.notices = new Notices(staging);
        this.deliveries = new Deliveries(catalog, input, watermarks);
        this.longestValue = longestValue;
        this.refusals = refusals;
        this.corrected = new CorrectedDeliveries(staging, catalog, deliveries, refusals.corrections());
        this.redelivered = new Redelivered(staging);
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
     * Files that are new or whose bytes changed since they were last taken over, or whose declaration changed, by source, feed and
     * name. Tables are not among them: whether they have something new is known when they were read.
     */
    public List<Delivery> due() {
        return deliveries.files(Wanted.ofAll(0)).filter(delivery -> !isLanded(delivery)).toList();
    }

    /** What a load has still to take over: files as for {@link #due()}, or all when it is a full one, and tables. */
    public List<Delivery> pending(Wanted wanted) {
        return deliveries.of(wanted).filter(delivery -> isPending(delivery, wanted)).toList();
    }

    /** The first of {@link #pending}: whether those after it are new is not looked at. */
    public Optional<Delivery> next(Wanted wanted) {
        return deliveries.of(wanted).filter(delivery -> isPending(delivery, wanted)).findFirst();
    }

    private boolean isPending(Delivery delivery, Wanted wanted) {
        return switch (delivery) {
            case Delivery.File file -> wanted.full() ? !isLandedIn(wanted.load(), file) : !isLanded(file);
            case Delivery.Table table -> !isLandedIn(wanted.load(), table);
            case Delivery.Corrected _ -> false;
        };
    }

    /**
     * What a load that takes corrected rows has still to take over: the rows themselves, without their files; where nothing of
     * their file was taken, the file.
     */
    public List<Delivery> corrected(Wanted wanted) {
        return corrected.of(wanted);
    }

    /** Names of what lies there now for a feed, landed or not. */
    List<String> namesOf(NamedFeed named) {
        return deliveries.of(new Wanted(0, new FeedSelection(List.of(named.fullName())), true, null, null))
                .map(Delivery::name).toList();
    }

    private boolean isLanded(Delivery delivery) {
        return (hasFingerprint(delivery) || delivery instanceof Delivery.File file && redelivered.isKnown(file))
                && !corrected.isToBeReadAgain(delivery);
    }

    private boolean hasFingerprint(Delivery delivery) {
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
        staging.together(() -> landed[0] = take(delivery, load, number, at));
        return landed[0];
    }

    private Landed take(Delivery delivery, long load, int number, Instant at) {
        long revision = refusals.corrections().revision(delivery.source().source(), delivery.feedName());
        Mending mending = mending(delivery, revision);
        Landed landed = new Takeover(staging, catalog, kinds, delivery, refusals.kept(), load, number, at)
                .run(read(delivery, rows(delivery)), mending, watermarks, notices);
        corrected.note(delivery, revision);
        return landed;
    }

    private Mending mending(Delivery delivery, long revision) {
        boolean isCorrected = revision > 0 && !(delivery instanceof Delivery.Corrected);
        Mending mending = new Mending(staging, delivery.feed(),
                new RawValues(delivery.source(), delivery.feed(), normaliser),
                isCorrected
                        ? refusals.corrections().of(delivery.source().source(), delivery.feedName())
                        : Map.of());
        if (delivery instanceof Delivery.Corrected rows) {
            mending.noteWaiting(rows.rows());
        }
        return mending;
    }

    private RawRows.Content read(Delivery delivery, Rows rows) {
        return new RawRows(staging, delivery.source(), delivery.feed(), normaliser, refusals.kept()).read(rows,
                delivery.name());
    }

    /**
     * Keeps the values of the rows that a load refuses for naming what no source knows. Nothing was wrong with them when they were
     * read, so their files are read once more; of a table nobody knows which row was which.
     */
    public void keepUnknown(long load) {
        new UnknownRows(staging, refusals.kept()).of(load).forEach((place, lines) -> deliveries
                .files(new Wanted(load, new FeedSelection(List.of(place.feed())), true, null, null))
                .filter(file -> file.name().equals(place.file()) && isLandedIn(load, file)).findFirst()
                .ifPresent(file -> staging.together(() -> {
                    read(file, new ChosenRows(rows(file), lines));
                    new UnknownRows(staging, refusals.kept()).keep(file, load, lines);
                })));
    }

    private Rows rows(Delivery delivery) {
        Feed feed = delivery.feed();
        Texts texts = new Texts(feed.layout().charset(), longestValue);
        return switch (delivery) {
            case Delivery.Corrected kept -> new KeptRows(kept);
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
