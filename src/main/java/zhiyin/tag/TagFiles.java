package zhiyin.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the files of a folder and finds their mistakes. */
class TagFiles {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();
    private final List<DeclaredTag> tags = new ArrayList<>();

    private TagFiles() {}

    /**
     * The tags of every {@code *.yaml} below a folder; none when there is no such folder.
     *
     * @throws InvalidTagsException when there is a mistake; all mistakes are told
     */
    static List<DeclaredTag> read(Path folder) {
        TagFiles files = new TagFiles();
        yamlFiles(folder).forEach(files::parse);
        if (!files.mistakes.isEmpty()) {
            throw new InvalidTagsException(files.mistakes);
        }
        return List.copyOf(files.tags);
    }

    private static List<Path> yamlFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void parse(Path file) {
        try {
            TagFile declared = YAML.readValue(file.toFile(), TagFile.class);
            if (declared == null || declared.tags() == null) {
                refuse(file + ":1", "tags", "a list of tags is needed");
            } else {
                declared.tags().forEach(placed -> check(file, placed));
            }
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            refuse(at == null ? file.toString() : file + ":" + at.getLineNr(), path(unreadable), rule(unreadable));
        }
    }

    private void check(Path file, TagFile.@Nullable Placed placed) {
        if (placed == null) {
            refuse(file.toString(), "tags", "an empty entry; each needs key, category, kind and names");
            return;
        }
        String place = file + ":" + placed.line();
        DeclaredTag tag = placed.tag();
        requireName(place, "key", tag.key());
        requireName(place, "category", tag.category());
        if (tag.kind() == null) {
            refuse(place, "kind", "one of %s is needed".formatted(List.of(DeclaredTag.Kind.values())));
        }
        checkNames(place, tag.names());
        String former = tag.key() == null ? null : places.putIfAbsent(tag.key(), place);
        if (former != null) {
            refuse(place, "key", "'%s' is declared already at %s".formatted(tag.key(), former));
        }
        tags.add(tag);
    }

    private void checkNames(String place, DeclaredTag.@Nullable Names names) {
        requireText(place, "names.zh-Hant", names == null ? null : names.zhHant());
        requireText(place, "names.zh-Hans", names == null ? null : names.zhHans());
        requireText(place, "names.en", names == null ? null : names.en());
    }

    private void requireName(String place, String key, @Nullable String name) {
        if (name == null || !name.matches(NAME)) {
            refuse(place, key, "a name of lower-case letters, digits and - is needed, such as gold-member");
        }
    }

    private void requireText(String place, String key, @Nullable String text) {
        if (text == null || text.isBlank()) {
            refuse(place, key, "a text is needed");
        }
    }

    private void refuse(String place, String key, String rule) {
        mistakes.add("%s: %s: %s".formatted(place, key, rule));
    }

    private static String path(JacksonException unreadable) {
        return unreadable.getPath().stream()
                .map(part -> part.getPropertyName() == null
                        ? "[%d]".formatted(part.getIndex())
                        : part.getPropertyName())
                .collect(joining(".")).replace(".[", "[");
    }

    private static String rule(JacksonException unreadable) {
        return unreadable instanceof UnrecognizedPropertyException unknown
                ? "no such key; known are %s".formatted(unknown.getKnownPropertyIds())
                : unreadable.getOriginalMessage();
    }
}
