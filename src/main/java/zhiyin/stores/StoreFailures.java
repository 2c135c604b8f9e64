package zhiyin.stores;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The sentences for what goes wrong with a store's process. */
final class StoreFailures {

    private static final int LAST_LINES = 8;
    private static final long LAST_BYTES = 8_192;
    private static final int LINE_WIDTH = 300;

    private StoreFailures() {}

    static StoreException passwordRefused(Store store, Place place, @Nullable Throwable cause) {
        String what = "%s on port %d refuses the password that %s keeps for it.".formatted(store.name(), store.port(),
                place.directory().resolve("credentials"));
        String remedy = "Put that file back from the backup that the folder %s came from, or remove both to begin with an "
                .formatted(place.folder(store.key())) + "empty store.";
        return cause == null ? new StoreException(what, remedy) : new StoreException(what, remedy, cause);
    }

    static StoreException died(Store store, Place place, int status) {
        return new StoreException("%s ended by itself with status %d; the last lines of its log %s are:%n%s".formatted(
                store.name(), status, place.log(store.key()), lastLines(place.log(store.key()))),
                "Remove the cause that the log names, then start the hub again.");
    }

    static StoreException late(Store store, Place place, long seconds) {
        return new StoreException("%s did not answer on port %d within %d s; the last lines of its log %s are:%n%s"
                .formatted(store.name(), store.port(), seconds, place.log(store.key()),
                        lastLines(place.log(store.key()))),
                "Remove the cause that the log names, or allow more time with zhiyin.stores.start-timeout.");
    }

    static String lastLines(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - LAST_BYTES));
            byte[] bytes = new byte[(int) Math.min(LAST_BYTES, file.length())];
            file.readFully(bytes);
            return shown(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return "  (the log cannot be read: " + unreadable.getMessage() + ")";
        }
    }

    private static String shown(String text) {
        List<String> lines = text.lines().map(line -> line.replaceAll("\\p{Cntrl}", "").stripTrailing())
                .filter(line -> !line.isBlank()).toList();
        return lines.stream().skip(Math.max(0, lines.size() - LAST_LINES))
                .map(line -> "  " + line.substring(0, Math.min(LINE_WIDTH, line.length())))
                .collect(Collectors.joining("\n"));
    }
}
