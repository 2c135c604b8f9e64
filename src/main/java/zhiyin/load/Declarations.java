package zhiyin.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import zhiyin.golden.GoldenRecords;
import zhiyin.model.RecordKind;
import zhiyin.staging.Staging;

/**
 * Whether identity rules or tags were declared anew since the last load. The declarations of sources are not looked at here:
 * they are part of what makes a file new.
 */
@Component
class Declarations {

    private final Staging staging;
    private final Path etl;
    private final String rules;
    private volatile String tags;

    Declarations(Staging staging, @Value("${zhiyin.etl}") Path etl) {
        this.staging = staging;
        this.etl = etl;
        this.rules = GoldenRecords.VERSION + fingerprint(List.of(etl.resolve("identity.yaml")));
        this.tags = fingerprint(tagFiles());
        staging.run("CREATE TABLE IF NOT EXISTS declared (fingerprint VARCHAR)");
    }

    boolean changed() {
        return staging.number("SELECT count(*) FROM declared WHERE fingerprint = ?",
                rules + fingerprint(tagFiles())) == 0;
    }

    /** Whether customers would come out otherwise than by the rules that were heeded last. */
    boolean rulesChanged() {
        return staging.number("SELECT count(*) FROM declared WHERE starts_with(fingerprint, ?)", rules) == 0;
    }

    /** What the tags say as a load reads them. The rules of identity are read once, when the hub starts. */
    String readTags() {
        tags = fingerprint(tagFiles());
        return tags;
    }

    /** What records of a kind depend on beside themselves: a mark that nobody had declared means something once its tag is. */
    String circumstances(RecordKind kind) {
        return kind.name().equals("CustomerTag") ? tags : "";
    }

    /** Notes that a load has heeded what was read. */
    void heeded() {
        staging.together(() -> {
            staging.run("DELETE FROM declared");
            staging.update("INSERT INTO declared VALUES (?)", rules + tags);
        });
    }

    private static String fingerprint(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private List<Path> tagFiles() {
        Path folder = etl.resolve("tags");
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder) : Stream.<Path>empty()) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
