package zhiyin.relay;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * An id that is unique over all types. Clients see it encoded and keep it as it is.
 *
 * @param type name of the GraphQL type
 * @param id   id within the type
 */
public record GlobalId(String type, String id) {

    /** The text that clients see. */
    public String encoded() {
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString((type + ":" + id).getBytes(StandardCharsets.UTF_8));
    }

    /** Reads an id that a client sent; empty when the API never gave out such an id. */
    public static Optional<GlobalId> decode(String encoded) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new GlobalId(plain.substring(0, colon), plain.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The id within a type; empty when the global id is of another type. */
    public static Optional<String> decode(String encoded, String type) {
        return decode(encoded).filter(global -> global.type().equals(type)).map(GlobalId::id);
    }
}
