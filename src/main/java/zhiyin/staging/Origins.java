package zhiyin.staging;

import org.jspecify.annotations.Nullable;

/** Gives what a load takes over the numbers by which records say where they came from. */
@FunctionalInterface
public interface Origins {

    /** Gives no numbers, for landings that come to nothing. */
    Origins NONE = (load, source, feed, file) -> 0;

    /**
     * The number of a file or table in a load: the same each time it is asked for, and nobody else's.
     *
     * @param load   number of the load
     * @param source system that delivers
     * @param feed   feed of that source
     * @param file   name of the file or table; null for what a load does with the feed as a whole
     */
    int number(long load, String source, String feed, @Nullable String file);
}
