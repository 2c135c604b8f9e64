package zhiyin.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWK;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CredentialsFileTests {

    @TempDir
    Path data;

    @Test
    void theFirstStartWritesAUserAndAClientForEachRole() throws Exception {
        Path file = data.resolve("new/credentials.json");
        CredentialsFile.readOrWrite(file);

        JsonNode written = JsonMapper.shared().readTree(Files.readString(file));
        assertThat(written.path("users").values()).extracting(user -> user.path("username").asString())
                .containsExactly("agent", "marketer", "engineer", "manager", "admin");
        assertThat(written.path("clients").values()).extracting(client -> client.path("clientId").asString()).contains(
                "agent-client", "admin-client");
        assertThat(written.path("users").path(0).path("roles").toString()).isEqualTo("[\"AGENT\"]");
        assertThat(written.path("users").values()).extracting(user -> user.path("password").asString())
                .doesNotHaveDuplicates().allMatch(password -> password.length() >= 20);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:*.new");
    }

    @Test
    void aLaterStartReadsIt() {
        Path file = data.resolve("credentials.json");

        assertThat(CredentialsFile.readOrWrite(file)).isEqualTo(CredentialsFile.readOrWrite(file));
    }

    @Test
    void aFileThatWasSpoiltIsNamedAndNotQuoted() throws Exception {
        Path file = Files.writeString(data.resolve("credentials.json"), "{\"users\": [{\"password\": \"secret\"}]}");

        assertThatThrownBy(() -> CredentialsFile.readOrWrite(file)).hasMessageContaining(file.toString())
                .hasMessageNotContaining("secret").hasNoCause();
    }

    @Test
    void theSigningKeyOutlivesAStart() throws Exception {
        Path file = data.resolve("signing-key.json");

        assertThat(keys(file)).isEqualTo(keys(file)).hasSize(1);
    }

    private static List<JWK> keys(Path file) throws Exception {
        return SigningKey.readOrWrite(file).get(new JWKSelector(new JWKMatcher.Builder().build()), null);
    }
}
