package zhiyin.source;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.time.format.DateTimeFormatter;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Finds rules of a feed that contradict each other or cannot be kept. */
class FeedCheck {

    private final Source source;
    private final Feed feed;
    private final BiConsumer<String, String> mistakes;

    /**
     * A check.
     *
     * @param source   source that the feed belongs to
     * @param feed     what to look at
     * @param mistakes takes the key at fault and the rule that it breaks
     */
    FeedCheck(Source source, Feed feed, BiConsumer<String, String> mistakes) {
        this.source = source;
        this.feed = feed;
        this.mistakes = mistakes;
    }

    void run() {
        Origin origin = feed.origin();
        Layout layout = feed.layout();
        long origins = Stream.of(origin.files(), origin.table(), origin.query()).filter(each -> each != null).count();
        require(origins > 0, "files", "a glob such as crm/customers*.csv is needed, or a table or a query");
        require(origins < 2, "files", "only one of files, table and query may be given");
        require(!origin.isTable() || source.database() != null, origin.table() == null ? "query" : "table",
                "the source needs a 'database' for it");
        require(!origin.isTable() || layout.format() == null, "format", "only files have a format");
        require(layout.encoding() == null || isCharset(layout.encoding()), "encoding",
                "'%s' is not a character set that Java knows".formatted(layout.encoding()));
        boolean csv = !origin.isTable() && layout.fileFormat() == Layout.Format.CSV;
        require(csv || layout.delimiter() == null, "delimiter", "only CSV has a delimiter");
        require(csv || layout.quote() == null, "quote", "only CSV has quotes");
        require(layout.separator() != layout.quotes(), "quote", "the quote and the delimiter must differ");
        origin.globs().stream().filter(glob -> glob != null).forEach(this::checkGlob);
        checkArrival();
        checkWatermark();
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException notEvenAName) {
            return false;
        }
    }

    private void checkGlob(String glob) {
        try {
            DatedGlob dated = DatedGlob.of(glob);
            FileSystems.getDefault().getPathMatcher("glob:" + dated.widened());
            require(dated.pattern().map(DateTimeFormatter::ofPattern).isPresent() || dated.after().isEmpty(), "files",
                    "a date needs a pattern such as {date:yyyyMMdd}");
        } catch (IllegalArgumentException broken) {
            mistakes.accept("files", "'%s' is no glob: %s".formatted(glob, broken.getMessage()));
        }
    }

    private void checkArrival() {
        Origin.Arrival arrival = feed.origin().arrival();
        if (arrival != null) {
            String marker = arrival.doneMarker();
            require(!feed.origin().isTable(), "arrival", "only files arrive");
            require(marker != null && (marker.startsWith("{file}") || marker.startsWith("{folder}/"))
                    && !marker.equals("{file}"), "arrival.doneMarker",
                    "a name such as {file}.done or {folder}/_SUCCESS is needed");
        }
    }

    private void checkWatermark() {
        if (feed.origin().overlap() != null) {
            require(feed.watermark() != null, "overlap", "only a feed with a watermark overlaps");
            require(isDuration(), "overlap", "'%s' is no duration; examples are 2h and 1d".formatted(
                    feed.origin().overlap()));
        }
        if (feed.watermark() == null || feed.columns() == null) {
            return;
        }
        Column column = feed.columns().get(feed.watermark());
        require(column != null, "watermark", "no column '%s' is declared".formatted(feed.watermark()));
        if (column != null && column.type() != null) {
            require(column.isDated() || column.type() == ColumnType.INTEGER, "watermark",
                    "a watermark is a date, a datetime or an integer");
            require(column.isDated() || feed.origin().overlap() == null, "overlap",
                    "only a watermark that is a date or a datetime overlaps");
        }
    }

    private boolean isDuration() {
        try {
            return !feed.origin().overlapping().isNegative();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private void require(boolean holds, String key, String rule) {
        if (!holds) {
            mistakes.accept(key, rule);
        }
    }
}
