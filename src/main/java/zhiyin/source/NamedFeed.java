package zhiyin.source;

import java.util.stream.Stream;

/**
 * A feed with what it is known by.
 *
 * @param source the system that delivers it
 * @param name   its name within the source
 * @param feed   what is declared of it
 */
public record NamedFeed(Source source, String name, Feed feed) {

    /** The feeds of a source. */
    static Stream<NamedFeed> of(Source source) {
        return source.feeds().entrySet().stream().map(feed -> new NamedFeed(source, feed.getKey(), feed.getValue()));
    }

    /** The name that is unique over all sources: {@code crm.customers}. */
    public String fullName() {
        return source.source() + "." + name;
    }
}
