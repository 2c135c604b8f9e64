package zhiyin.relay;

import java.time.DateTimeException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The page of a connection that a client asks for.
 *
 * @param first how many items at most, 1 to {@value #MAX}
 * @param after encoded cursor to go on after; null for the first page
 */
public record PageRequest(int first, @Nullable String after) {

    /** The most items that one page can have. */
    public static final int MAX = 100;

    /** Refuses a page size that is not allowed. */
    public PageRequest {
        if (first < 1 || first > MAX) {
            throw new InvalidPageException("first", "%d is not between 1 and %d".formatted(first, MAX));
        }
    }

    /** How many items to fetch: one more than asked for tells whether there is a next page. */
    public int limit() {
        return first + 1;
    }

    /**
     * Sort keys of the item to go on after, to be used as query parameters; empty for the first page.
     *
     * @param list name of the list
     * @param keys how many sort keys it has
     * @throws InvalidPageException when the cursor belongs to another list
     */
    public List<String> afterKeys(String list, int keys) {
        return after == null ? List.of() : Cursor.decode(after, list, keys).keys();
    }

    /**
     * Sort keys of the item to go on after, as values of the types that the list is sorted by; empty for the first page.
     *
     * @param list  name of the list
     * @param types reads each sort key of its text, such as {@code LocalDate::parse}
     * @throws InvalidPageException when the cursor belongs to another list or a key is not of its type
     */
    @SafeVarargs
    public final List<Object> afterKeys(String list, Function<String, ?>... types) {
        List<String> keys = afterKeys(list, types.length);
        try {
            return IntStream.range(0, keys.size()).<Object>mapToObj(key -> types[key].apply(keys.get(key))).toList();
        } catch (DateTimeException | NumberFormatException forged) {
            throw new InvalidPageException("after", "'%s' is not a cursor of this connection".formatted(after));
        }
    }
}
