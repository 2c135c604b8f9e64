package zhiyin.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which feeds a load takes.
 *
 * @param names sources, such as {@code crm}, and feeds, such as {@code crm.customers}; empty for all
 */
public record FeedSelection(List<String> names) {

    /** Every feed of every source. */
    public static final FeedSelection ALL = new FeedSelection(List.of());

    /** Whether a feed is among them. */
    public boolean includes(String source, String feed) {
        return names.isEmpty() || names.contains(source) || names.contains(source + "." + feed);
    }

    /** Names that no source and no feed has. */
    public List<String> unknownTo(SourceCatalog catalog) {
        return names.stream().filter(name -> catalog.sources().stream().noneMatch(source -> isOf(source, name)))
                .toList();
    }

    private static boolean isOf(Source source, String name) {
        return Stream.concat(Stream.of(source.source()),
                source.feeds().keySet().stream().map(feed -> source.source() + "." + feed)).anyMatch(name::equals);
    }
}
