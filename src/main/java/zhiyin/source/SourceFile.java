package zhiyin.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordKind;

/**
 * A file that declares a source, with its mistakes.
 *
 * @param file     the file
 * @param source   what it declares; empty when that cannot be told
 * @param mistakes what is wrong with it
 */
record SourceFile(Path file, Optional<Source> source, Mistakes mistakes) {

    /** Keys that nobody knows and values of a wrong type were told before, with all others. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addHandler(new WrongValues())
            .build();

    static SourceFile read(Path file, List<RecordKind> kinds) {
        String text = text(file);
        try {
            YamlTree tree = YamlTree.of(text);
            Mistakes mistakes = new Mistakes(file, tree);
            tree.root().ifPresent(root -> new ShapeCheck(mistakes).check("", root, Source.class));
            Source source = source(text, mistakes);
            if (source != null) {
                new SourceCheck(source, kinds, mistakes).run();
            }
            return new SourceFile(file, Optional.ofNullable(source), mistakes);
        } catch (YamlTree.NoYamlException broken) {
            Mistakes mistakes = new Mistakes(file, YamlTree.at(broken.at()));
            mistakes.add("", "this is no YAML: " + broken.getMessage());
            return new SourceFile(file, Optional.empty(), mistakes);
        }
    }

    private static @Nullable Source source(String text, Mistakes mistakes) {
        try {
            Source source = YAML.readValue(text, Source.class);
            if (source == null) {
                mistakes.add("", "the file declares nothing");
            }
            return source;
        } catch (JacksonException unreadable) {
            if (mistakes.inOrder().isEmpty()) {
                mistakes.add("", String.valueOf(unreadable.getOriginalMessage()));
            }
            return null;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw new InvalidDeclarationException(
                    List.of("%s: the file is not UTF-8: save it as UTF-8".formatted(file)));
        } catch (IOException unreadable) {
            throw new InvalidDeclarationException(
                    List.of("%s: the file cannot be read: %s".formatted(file, unreadable.getMessage())));
        }
    }
}
