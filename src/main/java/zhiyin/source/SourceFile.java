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

import zhiyin.model.RecordKind;

/**
 * A file that declares a source, with its mistakes.
 *
 * @param file     the file
 * @param source   what it declares; empty when that cannot be told
 * @param mistakes what is wrong with it
 */
record SourceFile(Path file, Optional<Source> source, Mistakes mistakes) {

    private static final YamlTree.Position START = new YamlTree.Position(1, 1);

    /** Keys that nobody knows and values of a wrong type were told before, with all others. */
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addHandler(new WrongValues())
            .build();

    static SourceFile read(Path file, List<RecordKind> kinds) {
        try {
            String text = Files.readString(file);
            YamlTree tree = YamlTree.of(text);
            if (tree.root().isEmpty()) {
                return broken(file, START, "the file declares nothing");
            }
            Mistakes mistakes = new Mistakes(file, tree);
            tree.root().ifPresent(root -> new ShapeCheck(mistakes).check("", root, Source.class));
            Source source = source(text, mistakes);
            if (source != null) {
                new CodeFiles(file, mistakes).fillIn(source);
                new SourceCheck(source, kinds, mistakes).run();
            }
            return new SourceFile(file, Optional.ofNullable(source), mistakes);
        } catch (YamlTree.NoYamlException broken) {
            return broken(file, broken.at(), "this is no YAML: " + broken.getMessage());
        } catch (CharacterCodingException notUtf8) {
            return broken(file, START, "the file is not UTF-8: save it as UTF-8");
        } catch (IOException unreadable) {
            return broken(file, START, "the file cannot be read: " + unreadable.getMessage());
        }
    }

    private static SourceFile broken(Path file, YamlTree.Position at, String rule) {
        Mistakes mistakes = new Mistakes(file, YamlTree.at(at));
        mistakes.add("", rule);
        return new SourceFile(file, Optional.empty(), mistakes);
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
}
