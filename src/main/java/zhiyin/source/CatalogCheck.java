package zhiyin.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Finds what does not fit together between the declarations of several files. */
class CatalogCheck {

    private final List<SourceFile> files;
    private final Map<String, Path> first = new HashMap<>();

    CatalogCheck(List<SourceFile> files) {
        this.files = files;
        files.forEach(
                file -> file.source().map(Source::source).ifPresent(name -> first.putIfAbsent(name, file.file())));
    }

    /** Finds out whether another file declares the same source. */
    void nameOf(SourceFile file) {
        file.source().map(Source::source).ifPresent(name -> {
            Path earlier = first.get(name);
            if (!file.file().equals(earlier)) {
                file.mistakes().add("source", "'%s' is declared in %s already".formatted(name, earlier));
            }
        });
    }

    /** Finds feeds and sources that fields name and nobody declares. All declarations must have been read. */
    void references(SourceFile file) {
        file.source().map(Source::feeds).ifPresent(feeds -> feeds.forEach((name, feed) -> {
            if (feed == null || feed.records() == null) {
                return;
            }
            for (int i = 0; i < feed.records().size(); i++) {
                String place = "feeds.%s.records[%d].fields.".formatted(name, i);
                RecordMapping mapping = feed.records().get(i);
                if (mapping != null && mapping.fields() != null) {
                    mapping.fields().forEach((field, from) -> check(file.mistakes(), place + field, from));
                }
            }
        }));
    }

    private void check(Mistakes mistakes, String place, @Nullable FieldMapping from) {
        if (from == null) {
            return;
        }
        if (from.feed() != null && !feeds().contains(from.feed())) {
            mistakes.add(place + ".feed", "no feed '%s' is declared; there are %s".formatted(from.feed(), feeds()));
        }
        if (from.source() != null && !first.containsKey(from.source())) {
            mistakes.add(place + ".source",
                    "no source '%s' is declared; there are %s".formatted(from.source(),
                            first.keySet().stream().sorted().toList()));
        }
    }

    private List<String> feeds() {
        return files.stream().flatMap(file -> file.source().stream()).filter(source -> source.feeds() != null)
                .flatMap(source -> source.feeds().keySet().stream().map(feed -> source.source() + "." + feed))
                .sorted().toList();
    }
}
