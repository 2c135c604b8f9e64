package zhiyin.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.source.Placeholders.MissingSecretException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlaceholdersTests {

    private final Map<String, String> environment = Map.of("HOST", "db", "PASSWORD", "a$1\\b");
    private final Placeholders placeholders = new Placeholders(environment::get);

    @Test
    void areFilledInWithVariablesAsTheyAre() {
        assertThat(placeholders.filledIn("crm", "jdbc:postgresql://${HOST}/crm?password=${PASSWORD}"))
                .isEqualTo("jdbc:postgresql://db/crm?password=a$1\\b");
    }

    @Test
    void areFilledInWithWhatAFileHolds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");

        assertThat(placeholders.filledIn("crm", "${file:%s}".formatted(file))).isEqualTo("s3cret");
    }

    @Test
    void areNamedWhenTheyAreMissing() {
        assertThatThrownBy(() -> placeholders.filledIn("crm: database.url", "${NOWHERE}"))
                .isInstanceOf(MissingSecretException.class)
                .hasMessage(
                        "crm: database.url names the environment variable NOWHERE, which is not set: set it and load again");
        assertThatThrownBy(() -> placeholders.filledIn("crm: database.url", "${file:\0}"))
                .isInstanceOf(MissingSecretException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void areNotShownWithTheirDatabase() {
        assertThat(new Database("jdbc:x:secret", "me", "secret").toString()).doesNotContain("secret", "me");
    }
}
