package zhiyin.command;

import java.util.Locale;
import java.util.stream.Stream;

import zhiyin.load.LoadFeed;
import zhiyin.load.LoadPreview;
import zhiyin.load.LoadPreview.KindChange;

import static java.util.stream.Collectors.joining;

/** A {@link LoadPreview} for people at a terminal. */
final class PreviewText {

    private PreviewText() {}

    static String of(LoadPreview preview) {
        return Stream.of(Stream.of("Rows of the feeds:"), preview.feeds().stream().map(PreviewText::line),
                Stream.of("Records in the graph:"), preview.kinds().stream().map(PreviewText::line),
                preview.notices().stream().map(notice -> "%s %s.%s%s: %s".formatted(notice.severity(), notice.source(),
                        notice.feed(), notice.file() == null ? "" : " " + notice.file(), notice.message())),
                preview.rejects().stream().map(reject -> "rejected: %s:%d %s %s: %s".formatted(reject.file(),
                        reject.line(), reject.field() == null ? "" : reject.field(), reject.reason(),
                        reject.message())),
                preview.stops().stream().map(stop -> "The load would stop before the graph is touched: " + stop),
                Stream.of("Nothing was written.")).flatMap(lines -> lines).collect(joining(System.lineSeparator()));
    }

    private static String line(LoadFeed feed) {
        return String.format(Locale.ROOT,
                "  %-28s read %,11d  added %,11d  changed %,9d  unchanged %,11d  closed %,7d  rejected %,7d  vanished %,7d",
                feed.source() + "." + feed.feed(), feed.read(), feed.added(), feed.changed(), feed.unchanged(),
                feed.closed(), feed.rejected(), feed.vanished());
    }

    private static String line(KindChange change) {
        return String.format(Locale.ROOT, "  %-28s added %,11d  changed %,9d  closed %,7d  removed %,7d   %s",
                change.kind(), change.added(), change.changed(), change.closed(), change.removed(),
                change.examples().stream()
                        .map(example -> example.change().toLowerCase(Locale.ROOT) + " " + example.id())
                        .collect(joining(", ")));
    }
}
