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
            checkReferences(file.mistakes(), "feeds.%s.checks".formatted(name), feed.terms().declaredChecks());
            for (int i = 0; i < feed.records().size(); i++) {
                String place = "feeds.%s.records[%d].fields.".formatted(name, i);
                RecordMapping mapping = feed.records().get(i);
                if (mapping != null && mapping.fields() != null) {
                    mapping.fields().forEach((field, from) -> check(file.mistakes(), place + field, from));
                }
            }
        }));
    }

    private void checkReferences(Mistakes mistakes, String place, List<DeclaredCheck> checks) {
        for (int i = 0; i < checks.size(); i++) {
            DeclaredCheck.References references = checks.get(i) == null ? null : checks.get(i).references();
            if (references != null && !feeds().contains(references.feed())) {
                mistakes.add("%s[%d].references.feed".formatted(place, i),
                        "no feed '%s' is declared; there are %s".formatted(references.feed(), feeds()));
            }
        }
    }

    /** Finds feeds whose checks refer to each other in a circle: none of them could be landed first. */
    void circles(SourceFile file) {
        List<NamedFeed> circle = FeedOrder.of(files.stream().flatMap(each -> each.source().stream())
                .flatMap(NamedFeed::of).toList()).circle();
        circle.stream().filter(feed -> file.source().filter(feed.source()::equals).isPresent())
                .forEach(feed -> file.mistakes().add("feeds.%s.checks".formatted(feed.name()),
                        "the checks of %s refer to each other in a circle; none can be landed first"
                                .formatted(circle.stream().map(NamedFeed::fullName).toList())));
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
