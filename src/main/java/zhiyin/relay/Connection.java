package zhiyin.relay;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param edges      items with their cursors
 * @param pageInfo   where the page lies
 * @param totalCount items on all pages
 * @param <T>        type of the items
 */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, int totalCount) {

    /** The items without their cursors. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }

    /**
     * The page that answers a request.
     *
     * @param found      what was fetched with {@link PageRequest#limit()}
     * @param request    what was asked for
     * @param totalCount items on all pages
     * @param position   cursor of an item
     */
    public static <T> Connection<T> of(List<T> found, PageRequest request, int totalCount,
            Function<T, Cursor> position) {
        return ofEdges(found, request, totalCount, item -> Edge.of(position.apply(item), item));
    }

    /**
     * The page that answers a request, with edges that tell more.
     *
     * @param found      what was fetched with {@link PageRequest#limit()}
     * @param request    what was asked for
     * @param totalCount items on all pages
     * @param edge       edge of what was fetched
     */
    public static <F, T> Connection<T> ofEdges(List<F> found, PageRequest request, int totalCount,
            Function<F, Edge<T>> edge) {
        List<Edge<T>> edges = found.stream().limit(request.first()).map(edge).toList();
        return new Connection<>(edges, pageInfo(edges, found.size(), request), totalCount);
    }

    /**
     * Where a page lies.
     *
     * @param edges   what is on it
     * @param found   how many were fetched with {@link PageRequest#limit()}
     * @param request what was asked for
     */
    public static PageInfo pageInfo(List<? extends Edge<?>> edges, int found, PageRequest request) {
        return new PageInfo(found > request.first(), request.after() != null,
                edges.isEmpty() ? null : edges.getFirst().cursor(), edges.isEmpty() ? null : edges.getLast().cursor());
    }
}
