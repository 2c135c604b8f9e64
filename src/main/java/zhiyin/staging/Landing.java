package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import zhiyin.model.RecordKind;
import zhiyin.source.Feed;
import zhiyin.source.Placeholders;
import zhiyin.source.RecordMapping;
import zhiyin.source.SourceCatalog;

/** Takes what the sources deliver into staging, one file or table at a time: it is taken over whole or not at all. */
public class Landing {

    /** How many characters a value may have when nobody says. */
    static final int LONGEST_VALUE = 1 << 20;

    private final Staging staging;
    private final List<RecordKind> kinds;
    private final Normaliser normaliser;
    private final Deliveries deliveries;
    private final Watermarks watermarks;
    private final Notices notices;
    private final int longestValue;

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
        this(staging, catalog, kinds, normaliser, input, LONGEST_VALUE);
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
     */
    public Landing(Staging staging, SourceCatalog catalog, List<RecordKind> kinds, Normaliser normaliser, Path input,
            int longestValue) {
        this.staging = staging;
        this.kinds = kinds;
        this.normaliser = normaliser;
        this.watermarks = new Watermarks(staging);
        this.notices = new Notices(staging);
        this.deliveries = new Deliveries(catalog, input, watermarks);
        this.longestValue = longestValue;
        kinds.forEach(kind -> staging.run(Tables.create(kind)));
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

    private boolean isLanded(Delivery delivery) {
        return staging.number(
                "SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND fingerprint = ?",
                delivery.source().source(), delivery.feedName(), delivery.name(), delivery.fingerprint()) > 0;
    }

    private boolean isLandedIn(long load, Delivery delivery) {
        return staging.number("SELECT count(*) FROM landed WHERE source = ? AND feed = ? AND file = ? AND load = ?",
                delivery.source().source(), delivery.feedName(), delivery.name(), load) > 0;
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
        staging.together(() -> landed[0] = landTogether(delivery, load, at));
        return landed[0];
    }

    private Landed landTogether(Delivery delivery, long load, Instant at) {
        Feed feed = delivery.feed();
        RawRows.Content content = new RawRows(staging, delivery.source(), feed, normaliser).read(rows(delivery),
                delivery.name());
        Typed typed = new Typed(delivery.source(), feed);
        staging.run(typed.table());
        typed.checks().forEach(staging::run);
        List<Mapped> mappings = feed.records().stream().map(mapping -> mapped(delivery, mapping)).toList();
        mappings.forEach(mapped -> mapped.codeChecks(feed).forEach(staging::run));
        for (Mapped mapped : mappings) {
            staging.run(mapped.table());
            mapped.requiredChecks().forEach(staging::run);
        }
        staging.run("CREATE OR REPLACE TEMP TABLE landing AS SELECT %s AS file".formatted(Sql.text(delivery.name())));
        for (Mapped mapped : mappings) {
            mapped.upsert(load, LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString()).forEach(staging::run);
        }
        remember(delivery, load, content);
        return account(delivery, load, content);
    }

    private void remember(Delivery delivery, long load, RawRows.Content content) {
        String watermark = delivery.feed().watermark();
        if (delivery instanceof Delivery.Table table && watermark != null) {
            watermarks.note(table, watermark);
        }
        notices.keep(load, delivery, content.notices());
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

    private Mapped mapped(Delivery delivery, RecordMapping mapping) {
        RecordKind kind = kinds.stream().filter(each -> each.name().equals(mapping.kind())).findFirst().orElseThrow();
        return new Mapped(delivery.source(), delivery.feedName(), mapping, kind,
                "mapped" + delivery.feed().records().indexOf(mapping));
    }

    private Landed account(Delivery delivery, long load, RawRows.Content content) {
        staging.update("DELETE FROM reject WHERE load = ? AND source = ? AND feed = ? AND file = ?", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        staging.update("INSERT INTO reject SELECT ?, ?, ?, ?, line, field, reason, message FROM fault", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
        long rejected = content.refused()
                ? content.rows()
                : staging.number("SELECT count(DISTINCT line) FROM fault");
        staging.update("INSERT OR REPLACE INTO landed VALUES (?, ?, ?, ?, ?, ?, ?)", delivery.source().source(),
                delivery.feedName(), delivery.name(), delivery.fingerprint(), content.rows(), rejected, load);
        return new Landed(content.rows(), rejected);
    }
}
