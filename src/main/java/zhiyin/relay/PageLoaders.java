package zhiyin.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import org.springframework.graphql.execution.BatchLoaderRegistry;

import reactor.core.publisher.Mono;

/** Data loaders for connections: however many owners a request asks, one query a page size answers them all. */
public final class PageLoaders {

    private PageLoaders() {}

    /**
     * The page of one owner.
     *
     * @param owner id of the object that the connection is a field of
     * @param page  what was asked for
     */
    public record PageOf(String owner, PageRequest page) {}

    /**
     * Registers the loader of a connection.
     *
     * @param loaders where to register
     * @param name    name of the loader, and of the data loader parameter that takes it
     * @param fetch   answers the same page for many owners; owners that it leaves out get an error
     * @param <C>     the connection
     */
    public static <C> void register(BatchLoaderRegistry loaders, String name,
            BiFunction<List<String>, PageRequest, Map<String, C>> fetch) {
        loaders.<PageOf, C>forName(name)
                .registerMappedBatchLoader((pages, environment) -> Mono.fromCallable(() -> load(pages, fetch)));
    }

    private static <C> Map<PageOf, C> load(Set<PageOf> pages,
            BiFunction<List<String>, PageRequest, Map<String, C>> fetch) {
        Map<PageOf, C> loaded = new HashMap<>();
        pages.stream().collect(groupingBy(PageOf::page, mapping(PageOf::owner, toList())))
                .forEach((page, owners) -> fetch.apply(owners, page)
                        .forEach((owner, connection) -> loaded.put(new PageOf(owner, page), connection)));
        return loaded;
    }
}
