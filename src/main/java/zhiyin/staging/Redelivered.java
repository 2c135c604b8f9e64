package zhiyin.staging;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Files that were delivered again with the bytes that they had. Reading them would change nothing, unless something else was read
 * since that may have had the word over them, or that their rows refer to.
 */
class Redelivered {

    private static final String READ_LAST = """
            SELECT sha256 FROM landed mine WHERE source = ? AND feed = ? AND file = ? AND taken AND bytes = ? AND sha256 IS NOT NULL
                AND split_part(fingerprint, ':', 3) = split_part(?, ':', 3)
                AND (? OR NOT EXISTS (SELECT 1 FROM landed later WHERE later.source = mine.source AND later.load > mine.load))
            """;

    private final Staging staging;

    Redelivered(Staging staging) {
        this.staging = staging;
    }

    /** Whether a file that looks new is the one that was read last. It does not look new after that. */
    boolean isKnown(Delivery.File file) {
        boolean isKnown = readLast(file).filter(hash -> hash.equals(FileHash.of(file.path()))).isPresent();
        if (isKnown) {
            remember(file);
        }
        return isKnown;
    }

    private Optional<String> readLast(Delivery.File file) {
        if (file.feed().terms().declaredChecks().stream().anyMatch(check -> check.references() != null)) {
            return Optional.empty();
        }
        boolean isVersioned = file.feed().watermark() != null;
        return staging.query(READ_LAST, row -> row.getString(1), file.source().source(), file.feedName(), file.name(),
                file.size(), file.fingerprint(), isVersioned).stream().findFirst();
    }

    /** Where no column tells how fresh the rows are, the file does. */
    private void remember(Delivery.File file) {
        boolean isDatedByColumn = file.feed().terms().declaredChecks().stream()
                .anyMatch(check -> check.freshness() != null && check.freshness().column() != null);
        String newest = isDatedByColumn
                ? "newest"
                : "TIMESTAMP '%s'".formatted(LocalDateTime.ofInstant(file.modified(), ZoneOffset.UTC));
        staging.update("UPDATE landed SET fingerprint = ?, newest = %s WHERE source = ? AND feed = ? AND file = ?"
                .formatted(newest), file.fingerprint(), file.source().source(), file.feedName(), file.name());
    }
}
