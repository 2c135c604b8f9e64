package zhiyin.relay;

import org.jspecify.annotations.Nullable;

/**
 * Where a page lies.
 *
 * @param hasNextPage     whether there are items after it
 * @param hasPreviousPage whether there are items before it
 * @param startCursor     cursor of the first item; null when the page is empty
 * @param endCursor       cursor of the last item; null when the page is empty
 */
public record PageInfo(boolean hasNextPage, boolean hasPreviousPage, @Nullable String startCursor,
        @Nullable String endCursor) {}
