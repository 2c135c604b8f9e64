package zhiyin.relay;

/**
 * An item on a page of a {@link Connection}. A connection that tells more of each item implements this with a record.
 *
 * @param <T> type of the item
 */
public interface Edge<T> {

    /** Opaque position of the item. */
    String cursor();

    /** The item. */
    T node();

    /** An edge that tells nothing but its item. */
    static <T> Edge<T> of(Cursor cursor, T node) {
        return new Plain<>(cursor.encoded(), node);
    }

    /**
     * An edge that tells nothing but its item.
     *
     * @param cursor opaque position of the item
     * @param node   the item
     */
    record Plain<T>(String cursor, T node) implements Edge<T> {}
}
