package zhiyin.tag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.declaration.YamlPlaces;
import zhiyin.model.InvalidDeclarationException;
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
     * @throws InvalidDeclarationException when there is a mistake; all mistakes are told
     */
    static List<DeclaredTag> read(Path folder) {
        TagFiles files = new TagFiles();
        yamlFiles(folder).forEach(files::parse);
        if (!files.mistakes.isEmpty()) {
            throw new InvalidDeclarationException(files.mistakes);
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
            YamlPlaces lines = YamlPlaces.of(file, YAML);
            declared(file, lines).ifPresent(declared -> check(lines, declared.tags()));
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            mistakes.add("%s:%d: not YAML as it must be: %s".formatted(file, at == null ? 1 : at.getLineNr(),
                    unreadable.getOriginalMessage()));
        }
    }

    private Optional<TagFile> declared(Path file, YamlPlaces lines) {
        try {
            return Optional.of(YAML.readValue(file.toFile(), TagFile.class));
        } catch (DatabindException mistaken) {
            String pointer = mistaken.getPath().stream()
                    .map(part -> "/" + (part.getPropertyName() == null ? part.getIndex() : part.getPropertyName()))
                    .collect(joining());
            refuse(lines, pointer.isEmpty() ? "/tags" : pointer, rule(mistaken));
            return Optional.empty();
        }
    }

    private static String rule(DatabindException mistaken) {
        return switch (mistaken) {
            case UnrecognizedPropertyException unknown -> "no such key; known are %s".formatted(
                    Objects.requireNonNullElse(unknown.getKnownPropertyIds(), List.of()).stream().sorted().toList());
            case InvalidFormatException unfit -> "'%s' is not one of its values".formatted(unfit.getValue());
            default -> mistaken.getPath().isEmpty() ? "a list of tags is needed" : mistaken.getOriginalMessage();
        };
    }

    private void check(YamlPlaces lines, @Nullable List<@Nullable DeclaredTag> declared) {
        if (declared == null) {
            refuse(lines, "/tags", "a list of tags is needed");
            return;
        }
        for (int i = 0; i < declared.size(); i++) {
            @Nullable
            DeclaredTag tag = declared.get(i);
            if (tag == null) {
                refuse(lines, "/tags/" + i, "a tag with key, category, kind and names is needed");
            } else {
                check(lines, "/tags/" + i, tag);
            }
        }
    }

    private void check(YamlPlaces lines, String at, DeclaredTag tag) {
        requireName(lines, at + "/key", tag.key());
        requireName(lines, at + "/category", tag.category());
        if (tag.kind() == null) {
            refuse(lines, at + "/kind", "one of %s is needed".formatted(List.of(DeclaredTag.Kind.values())));
        }
        DeclaredTag.@Nullable Names names = tag.names();
        requireText(lines, at + "/names/zh-Hant", names == null ? null : names.zhHant());
        requireText(lines, at + "/names/zh-Hans", names == null ? null : names.zhHans());
        requireText(lines, at + "/names/en", names == null ? null : names.en());
        String former = tag.key() == null ? null : places.putIfAbsent(tag.key(), lines.line(at + "/key"));
        if (former != null) {
            refuse(lines, at + "/key", "'%s' is declared already at %s".formatted(tag.key(), former));
        }
        tags.add(tag);
    }

    private void requireName(YamlPlaces lines, String pointer, @Nullable String name) {
        if (name == null || !name.matches(NAME)) {
            refuse(lines, pointer, "a name of lower-case letters, digits and - is needed, such as gold-member");
        }
    }

    private void requireText(YamlPlaces lines, String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            refuse(lines, pointer, "a text is needed");
        }
    }

    private void refuse(YamlPlaces lines, String pointer, String rule) {
        mistakes.add("%s: %s".formatted(lines.place(pointer), rule));
    }
}
