package zhiyin.staging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Column;
import zhiyin.source.Feed;
import zhiyin.source.Source;

/** Brings the texts of a row into the form in which they are typed: without those that stand for no value, phones as E.164. */
class RawValues {

    private final Column[] columns;
    private final int[] regions;
    private final boolean normalised;
    private final boolean filled;
    private final String region;
    private final Normaliser normaliser;

    RawValues(Source source, Feed feed, Normaliser normaliser) {
        List<String> names = List.copyOf(feed.columns().keySet());
        this.columns = feed.columns().values().toArray(Column[]::new);
        this.regions = feed.columns().values().stream()
                .mapToInt(column -> column.region() == null ? -1 : names.indexOf(column.region())).toArray();
        this.normalised = feed.columns().values().stream().anyMatch(column -> column.type().isNormalised());
        this.filled = feed.columns().values().stream().anyMatch(column -> column.gaps().areDeclared());
        this.region = source.region();
        this.normaliser = normaliser;
    }

    /** Whether it takes some time. */
    boolean areNormalised() {
        return normalised;
    }

    /** Changes the texts of a row in their place. */
    void fill(@Nullable String[] texts) {
        if (filled) {
            for (int i = 0; i < columns.length; i++) {
                texts[i] = columns[i].gaps().areDeclared() ? columns[i].gaps().filled(orEmpty(texts[i])) : texts[i];
            }
        }
        if (normalised) {
            for (int i = 0; i < columns.length; i++) {
                texts[i] = normalised(i, texts);
            }
        }
    }

    private @Nullable String normalised(int column, @Nullable String[] texts) {
        String text = texts[column];
        if (text == null || text.isBlank() || !columns[column].type().isNormalised()) {
            return text;
        }
        String place = regions[column] < 0 ? "" : orEmpty(texts[regions[column]]);
        return normaliser.normalised(columns[column].type(), text, place.isBlank() ? region : place);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
