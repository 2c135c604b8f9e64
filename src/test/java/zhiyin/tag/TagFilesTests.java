package zhiyin.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import zhiyin.model.InvalidDeclarationException;
class TagFilesTests {

    private static final String VIP = """
            tags:
              - key: vip
                category: value
                kind: MANUAL
                names: { zh-Hant: 貴賓, zh-Hans: 贵宾, en: VIP }
            """;

    @TempDir
    Path folder;

    @Test
    void readsEveryFileBelowTheFolder() throws IOException {
        write("value.yaml", VIP);
        write("more/age.yaml", VIP.replace("key: vip", "key: new-here"));

        assertThat(TagFiles.read(folder)).extracting(DeclaredTag::key).containsExactlyInAnyOrder("vip", "new-here");
    }

    @Test
    void readsTheCatalogueThatComesWithTheHub() {
        assertThat(TagFiles.read(Path.of("etl/tags"))).extracting(DeclaredTag::key).contains("gold-member",
                "platinum-member");
    }

    @Test
    void findsNothingWhereThereIsNoFolder() {
        assertThat(TagFiles.read(folder.resolve("none"))).isEmpty();
    }

    @Test
    void tellsEveryMistakeWithItsLineKeyAndRule() throws IOException {
        Path file = write("tags.yaml", VIP + """
                  - key: Very Important
                    category: value
                    names: { zh-Hant: 貴賓,
                             en: " " }
                """);

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessage(String.join(System.lineSeparator(),
                        file + ":6: tags.1.key: a name of lower-case letters, digits and - is needed,"
                                + " such as gold-member",
                        file + ":6: tags.1.kind: one of [RULE, COMPUTED, IMPORTED, MANUAL] is needed",
                        file + ":8: tags.1.names.zh-Hans: a text is needed",
                        file + ":9: tags.1.names.en: a text is needed"));
    }

    @Test
    void refusesAKeyThatItDoesNotKnow() throws IOException {
        Path file = write("tags.yaml", VIP.replace("category:", "categorie:"));

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessage(file + ":3: tags.0.categorie: no such key; known are [category, key, kind, names]");
    }

    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        Path file = write("tags.yaml", VIP.replace("category:", "key: x\n    category:"));

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessageContaining(file + ":3").withMessageContaining("key");
    }

    @Test
    void refusesATagThatIsDeclaredTwice() throws IOException {
        Path first = write("a.yaml", VIP);
        Path second = write("b.yaml", VIP);

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessage("%s:2: tags.0.key: 'vip' is declared already at %s:2".formatted(second, first));
    }

    @Test
    void refusesAFileWithoutTags() throws IOException {
        Path empty = write("empty.yaml", "");

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessage(empty + ":1: tags: a list of tags is needed");
    }

    @Test
    void refusesAKindThatThereIsNot() throws IOException {
        Path file = write("tags.yaml", VIP.replace("MANUAL", "GUESSED"));

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessage(file + ":4: tags.0.kind: 'GUESSED' is not one of its values");
    }

    @Test
    void refusesAFileThatIsNotYaml() throws IOException {
        Path file = write("tags.yaml", "tags:\n  - { key: vip\n");

        assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> TagFiles.read(folder))
                .withMessageContaining(file + ":").withMessageContaining("not YAML");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
