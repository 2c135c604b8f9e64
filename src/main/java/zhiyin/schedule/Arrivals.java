package zhiyin.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notices files that came into the input folder or changed there. They have arrived when nothing that matches has changed between
 * one look and the next, so that files that are delivered together are taken together and none is taken half.
 */
@Component
class Arrivals {

    private final Path input;
    private final JdbcClient jdbc;

    Arrivals(@Value("${zhiyin.load.input}") Path input, JdbcClient jdbc) {
        this.input = input;
        this.jdbc = jdbc;
    }

    /** What tells whether a file has changed. */
    private record Stamp(long size, Instant modified) {}

    private record Known(Stamp stamp, boolean isSettled) {}

    /** Takes what lies there for known. */
    void begin(String schedule, String glob) {
        found(glob).forEach((file, stamp) -> put(schedule, file, stamp, true));
    }

    /** Looks again, and says whether files have arrived. */
    boolean look(String schedule, String glob) {
        Map<String, Stamp> found = found(glob);
        Map<String, Known> known = known(schedule);
        boolean isQuiet = true;
        for (Map.Entry<String, Stamp> file : found.entrySet()) {
            Known before = known.get(file.getKey());
            if (before == null || !before.stamp().equals(file.getValue())) {
                put(schedule, file.getKey(), file.getValue(), false);
                isQuiet = false;
            }
        }
        known.keySet().stream().filter(file -> !found.containsKey(file)).forEach(file -> remove(schedule, file));
        return isQuiet && settle(schedule);
    }

    private Map<String, Stamp> found(String glob) {
        Map<String, Stamp> found = new HashMap<>();
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        if (!Files.isDirectory(input)) {
            return found;
        }
        try {
            Files.walkFileTree(input, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (matcher.matches(input.relativize(file))) {
                        found.put(input.relativize(file).toString(), new Stamp(attributes.size(),
                                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS)));
                    }
                    return FileVisitResult.CONTINUE;
                }

                // A delivery program moved it away in this moment.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Map<String, Known> known(String schedule) {
        Map<String, Known> known = new HashMap<>();
        jdbc.sql("SELECT file, size, modified, settled FROM schedule_file WHERE schedule = ?").param(schedule)
                .query(row -> {
                    known.put(row.getString("file"), new Known(new Stamp(row.getLong("size"),
                            row.getObject("modified", OffsetDateTime.class).toInstant()), row.getBoolean("settled")));
                });
        return known;
    }

    private void put(String schedule, String file, Stamp stamp, boolean isSettled) {
        jdbc.sql("""
                INSERT INTO schedule_file (schedule, file, size, modified, settled) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (schedule, file) DO UPDATE
                SET size = excluded.size, modified = excluded.modified, settled = excluded.settled
                """).params(schedule, file, stamp.size(), Runs.at(stamp.modified()), isSettled).update();
    }

    private void remove(String schedule, String file) {
        jdbc.sql("DELETE FROM schedule_file WHERE schedule = ? AND file = ?").params(schedule, file).update();
    }

    private boolean settle(String schedule) {
        return jdbc.sql("UPDATE schedule_file SET settled = true WHERE schedule = ? AND NOT settled").param(schedule)
                .update() > 0;
    }
}
