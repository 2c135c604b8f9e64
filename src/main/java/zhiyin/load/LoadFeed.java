package zhiyin.load;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a load made of one feed, as the schema describes it. */
record LoadFeed(String source, String feed, List<LoadFile> files, long read, long rejected, long added, long changed,
        long unchanged, long closed, long vanished) {

    /** What a load made of one file, as the schema describes it. */
    record LoadFile(String file, @Nullable String sha256, long bytes, @Nullable String refused, long read,
            long rejected,
            long added, long changed, long unchanged, long closed) {}

    static LoadFeed of(String source, String feed, List<LoadFile> files, long vanished) {
        return new LoadFeed(source, feed, files, files.stream().mapToLong(LoadFile::read).sum(),
                files.stream().mapToLong(LoadFile::rejected).sum(), files.stream().mapToLong(LoadFile::added).sum(),
                files.stream().mapToLong(LoadFile::changed).sum(), files.stream().mapToLong(LoadFile::unchanged).sum(),
                files.stream().mapToLong(LoadFile::closed).sum(), vanished);
    }
}
