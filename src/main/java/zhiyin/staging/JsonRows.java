package zhiyin.staging;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;

/** The rows of a file in JSON Lines: an object a line. A line that is none is refused and reading goes on behind it. */
class JsonRows implements Rows {

    private static final int LONGEST_LINE = 1 << 24;

    private final TextFile file;
    private final Feed feed;
    private final Texts texts;
    private final JsonObject object;

    JsonRows(TextFile file, Feed feed, Texts texts) {
        this.file = file;
        this.feed = feed;
        this.texts = texts;
        this.object = new JsonObject(List.copyOf(feed.columns().keySet()));
    }

    @Override
    public void read(Taker taker) throws IOException {
        boolean anything = false;
        try (BufferedReader text = new BufferedReader(file.open(), 1 << 16)) {
            TextFile.skipMark(text);
            Lines lines = new Lines(text, LONGEST_LINE);
            while (lines.next()) {
                anything |= takeLine(lines, taker);
            }
        }
        if (anything) {
            Set<String> names = new LinkedHashSet<>(object.seen());
            taker.columns(1, List.copyOf(names));
        }
    }

    private boolean takeLine(Lines lines, Taker taker) {
        if (lines.isTooLong()) {
            taker.refused(lines.number(), null, RejectReason.TOO_LARGE,
                    "the line has more than %,d characters".formatted(LONGEST_LINE), Torn.NOTHING);
            return false;
        }
        String line = lines.text();
        if (line.isBlank()) {
            return false;
        }
        @Nullable
        String[] values = object.read(line);
        if (values == null) {
            boolean cut = !lines.hasBreak();
            taker.refused(lines.number(), null, cut ? RejectReason.TRUNCATED : RejectReason.NO_OBJECT, cut
                    ? "the file ends in the middle of this line: it has no line break at its end"
                    : "the line is no JSON object", Torn.ofText(line));
            return false;
        }
        return hand(lines.number(), values, taker);
    }

    private boolean hand(long line, @Nullable String[] values, Taker taker) {
        texts.hand(line, values, List.copyOf(feed.columns().keySet()), taker);
        return true;
    }
}
