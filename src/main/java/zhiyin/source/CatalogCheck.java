package zhiyin.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Finds what does not fit together between the declarations of several files. */
class CatalogCheck {

    private final List<Declared> sources;
    private final List<String> mistakes;

    CatalogCheck(List<Declared> sources, List<String> mistakes) {
        this.sources = sources;
        this.mistakes = mistakes;
    }

    /** A source and the file that declares it. */
    record Declared(Path file, Source source) {}

    /** Finds files that declare the same source. */
    void names() {
        Map<String, Path> first = new HashMap<>();
        for (Declared declared : sources) {
            String name = declared.source().source();
            Path earlier = name == null ? null : first.putIfAbsent(name, declared.file());
            if (earlier != null) {
                mistakes.add("%s: source: '%s' is declared in %s already".formatted(declared.file(), name, earlier));
            }
        }
    }

    /** Finds feeds and sources that fields name and nobody declares. All declarations must have been read. */
    void references() {
        for (Declared declared : sources) {
            declared.source().feeds().forEach((name, feed) -> {
                String checks = "%s: feeds.%s.checks.".formatted(declared.file(), name);
                feed.feedChecks().stream().filter(check -> check.references() != null)
                        .forEach(check -> require(checks + check.check() + ".references",
                                java.util.Objects.requireNonNull(check.references()).feed()));
                for (int i = 0; i < feed.records().size(); i++) {
                    String place = "%s: feeds.%s.records[%d].fields.".formatted(declared.file(), name, i);
                    feed.records().get(i).fields().forEach((field, from) -> check(place + field, from));
                }
            });
        }
    }

    /** Finds feeds whose checks refer to each other in a circle: none of them could be landed first. */
    void circles() {
        List<NamedFeed> all = sources.stream().map(Declared::source)
                .flatMap(source -> source.feeds().entrySet().stream()
                        .map(feed -> new NamedFeed(source, feed.getKey(), feed.getValue())))
                .toList();
        List<String> circle = FeedOrder.of(all).circle().stream().map(NamedFeed::fullName).toList();
        if (!circle.isEmpty()) {
            mistakes.add("%s: feeds: the checks of %s refer to each other in a circle; none can be landed first"
                    .formatted(sources.getFirst().file().getParent(), circle));
        }
    }

    private void require(String place, @Nullable String feed) {
        if (feed != null && !feeds().contains(feed)) {
            mistakes.add("%s.feed: no feed '%s' is declared; there are %s".formatted(place, feed, feeds()));
        }
    }

    private void check(String place, FieldMapping from) {
        require(place, from.feed());
        if (from.source() != null && find(from.source()).isEmpty()) {
            mistakes.add("%s.source: no source '%s' is declared; there are %s".formatted(place, from.source(),
                    sources.stream().map(each -> each.source().source()).sorted().toList()));
        }
    }

    private Optional<Declared> find(String name) {
        return sources.stream().filter(each -> each.source().source().equals(name)).findFirst();
    }

    private List<String> feeds() {
        return sources.stream().map(Declared::source)
                .flatMap(source -> source.feeds().keySet().stream().map(feed -> source.source() + "." + feed))
                .sorted().toList();
    }
}
