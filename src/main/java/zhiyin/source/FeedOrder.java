package zhiyin.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts feeds into the order in which they are landed: those whose keys others refer to in a check come first. */
final class FeedOrder {

    private FeedOrder() {}

    /**
     * The order.
     *
     * @param ordered the feeds that can be put into an order
     * @param circle  those that refer to each other in a circle, or to such feeds; empty when all is well
     */
    record Ordered(List<NamedFeed> ordered, List<NamedFeed> circle) {}

    static Ordered of(List<NamedFeed> feeds) {
        Map<String, NamedFeed> waiting = new LinkedHashMap<>();
        feeds.forEach(feed -> waiting.put(feed.fullName(), feed));
        List<NamedFeed> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            List<NamedFeed> free = waiting.values().stream()
                    .filter(feed -> references(feed).noneMatch(waiting::containsKey)).toList();
            if (free.isEmpty()) {
                break;
            }
            free.forEach(feed -> waiting.remove(feed.fullName()));
            ordered.addAll(free);
        }
        return new Ordered(ordered, List.copyOf(waiting.values()));
    }

    /** Feeds that a feed's checks refer to, itself left out: rows may refer to rows of their own file. */
    private static Stream<String> references(NamedFeed feed) {
        return feed.feed().terms().declaredChecks().stream().flatMap(check -> Stream.ofNullable(check.references()))
                .map(DeclaredCheck.References::feed).filter(name -> !name.equals(feed.fullName()));
    }
}
