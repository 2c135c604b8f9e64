package zhiyin.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordKind;
import zhiyin.source.CatalogCheck.Declared;

/** The declared sources, in the order of their files' names. */
public record SourceCatalog(List<Source> sources) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /**
     * Reads and checks every {@code *.yaml} below a folder.
     *
     * @param folder the {@code sources} folder
     * @param kinds  the kinds of record that feeds may fill
     * @throws InvalidDeclarationException when one of them has a mistake; all mistakes are told
     */
    public static SourceCatalog read(Path folder, List<RecordKind> kinds) {
        List<String> mistakes = new ArrayList<>();
        List<Declared> sources = new ArrayList<>();
        for (Path file : yamlFiles(folder)) {
            parse(file, mistakes).ifPresent(source -> {
                sources.add(new Declared(file, source));
                new SourceCheck(file, source, kinds, mistakes).run();
            });
        }
        CatalogCheck together = new CatalogCheck(sources, mistakes);
        together.names();
        if (mistakes.isEmpty()) {
            together.references();
            together.circles();
        }
        if (sources.isEmpty() && mistakes.isEmpty()) {
            mistakes.add("%s: no source is declared here; add one as a .yaml file".formatted(folder));
        }
        if (!mistakes.isEmpty()) {
            throw new InvalidDeclarationException(mistakes);
        }
        return new SourceCatalog(sources.stream().map(Declared::source).toList());
    }

    /** All feeds, in the order in which they are landed: those whose keys others refer to in a check come first. */
    public List<NamedFeed> inOrder() {
        return FeedOrder.of(feeds()).ordered();
    }

    private List<NamedFeed> feeds() {
        return sources.stream().flatMap(source -> source.feeds().entrySet().stream()
                .map(feed -> new NamedFeed(source, feed.getKey(), feed.getValue()))).toList();
    }

    /** Names of the kinds of record that a feed fills. */
    public List<String> kindsOf(String fullName) {
        return feeds().stream().filter(feed -> feed.fullName().equals(fullName))
                .flatMap(feed -> feed.feed().records().stream()).map(RecordMapping::kind).distinct().toList();
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new InvalidDeclarationException(List.of(
                    "%s: no such folder; set zhiyin.etl to the folder that holds 'sources'".formatted(folder)));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Optional<Source> parse(Path file, List<String> mistakes) {
        try {
            Source source = YAML.readValue(file.toFile(), Source.class);
            if (source == null) {
                mistakes.add("%s: the file declares nothing".formatted(file));
            }
            return Optional.ofNullable(source);
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            mistakes.add(
                    "%s%s: %s".formatted(file, at == null ? "" : ":%d:%d".formatted(at.getLineNr(), at.getColumnNr()),
                            unreadable.getOriginalMessage()));
            return Optional.empty();
        }
    }
}
