package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;
import zhiyin.source.Source;

/** Rows of a feed that are taken over together, whole or not at all. */
public sealed interface Delivery {

    /** System that delivers it. */
    Source source();

    /** Name of the feed. */
    String feedName();

    /** What people know it by: a file's name, relative to the input folder, or a table's. */
    String name();

    /** What tells whether it or its declaration changed. */
    String fingerprint();

    /** In bytes; 0 when nobody can tell. */
    long size();

    /** The feed. */
    default Feed feed() {
        return requireNonNull(source().feeds().get(feedName()));
    }

    /**
     * A file.
     *
     * @param source      system that delivered it
     * @param feedName    name of the feed
     * @param path        where it lies
     * @param name        its name, relative to the input folder
     * @param fingerprint what tells whether the file or its declaration changed
     * @param size        in bytes
     * @param modified    when it was last written
     */
    record File(Source source, String feedName, Path path, String name, String fingerprint, long size, Instant modified)
            implements
                Delivery {}

    /**
     * Rows of a file or table that were refused and corrected, without the rest of it. They are known by the name of what they
     * came in.
     *
     * @param source   system that delivered them
     * @param feedName name of the feed
     * @param name     name of what they came in
     * @param rows     the rows, no two of the same line
     */
    record Corrected(Source source, String feedName, String name, List<Corrections.Waiting> rows) implements Delivery {

        @Override
        public String fingerprint() {
            return "corrected";
        }

        @Override
        public long size() {
            return 0;
        }
    }

    /**
     * Rows of a table. Whether they changed is known when they have been read.
     *
     * @param source      system that the table belongs to
     * @param feedName    name of the feed
     * @param name        {@code jdbc:} and the table, or the feed where a query answers
     * @param fingerprint what tells whether the declaration changed
     * @param since       value of the watermark that rows are read from, as {@link ResultRows} writes it; null for all rows
     */
    record Table(Source source, String feedName, String name, String fingerprint, @Nullable String since)
            implements
                Delivery {

        @Override
        public long size() {
            return 0;
        }
    }
}
