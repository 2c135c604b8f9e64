package zhiyin.relay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A position in a list: the sort keys of the item it stands at, so that it stays right while the list grows. Clients see it
 * encoded; nothing but texts can come out of it, whatever a client puts in.
 *
 * @param list name of the list that it belongs to; a cursor of another list is refused
 * @param keys sort keys of the item, the tie-break last
 */
public record Cursor(String list, List<String> keys) {

    private static final String SEPARATOR = "\u001F";

    /** The position of an item with these sort keys. */
    public static Cursor at(String list, String... keys) {
        return new Cursor(list, List.of(keys));
    }

    /** The text that clients see. */
    public String encoded() {
        String plain = list + SEPARATOR + String.join(SEPARATOR, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a cursor that a client sent.
     *
     * @throws InvalidPageException when it was not made for this list or has another number of keys
     */
    static Cursor decode(String encoded, String list, int keys) {
        List<String> parts = Arrays.asList(plainText(encoded).split(SEPARATOR, -1));
        if (!parts.getFirst().equals(list) || parts.size() != keys + 1) {
            throw new InvalidPageException("after", "'%s' is not a cursor of this connection".formatted(encoded));
        }
        return new Cursor(list, List.copyOf(parts.subList(1, parts.size())));
    }

    private static String plainText(String encoded) {
        try {
            return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidPageException("after", "'%s' is not a cursor of this connection".formatted(encoded));
        }
    }
}
