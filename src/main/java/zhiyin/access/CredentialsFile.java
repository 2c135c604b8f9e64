package zhiyin.access;

import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the accounts that the operator may edit between two starts; makes them at the first. */
final class CredentialsFile {

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private CredentialsFile() {}

    static Credentials readOrWrite(Path file) {
        String text = PrivateFile.readOrWrite(file, () -> JSON.writeValueAsString(Credentials.fresh()));
        try {
            return JSON.readValue(text, Credentials.class);
        } catch (JacksonException unreadable) {
            // Without the cause: it quotes the text, which is full of secrets.
            throw new IllegalStateException(
                    "%s is not as the hub wrote it: correct it, or delete it and start again with new passwords"
                            .formatted(file.toAbsolutePath()));
        }
    }
}
