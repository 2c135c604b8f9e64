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

import zhiyin.staging.Staging;

/**
 * Whether identity rules or tags were declared anew since the last load. The declarations of sources are not looked at here:
 * they are part of what makes a file new.
 */
@Component
class Declarations {

    private final Staging staging;
    private final Path etl;

    Declarations(Staging staging, @Value("${zhiyin.etl}") Path etl) {
        this.staging = staging;
        this.etl = etl;
        staging.run("CREATE TABLE IF NOT EXISTS declared (fingerprint VARCHAR)");
    }

    boolean changed() {
        return staging.number("SELECT count(*) FROM declared WHERE fingerprint = ?", fingerprint()) == 0;
    }

    /** Notes that a load has heeded them. */
    void heeded() {
        staging.together(() -> {
            staging.run("DELETE FROM declared");
            staging.update("INSERT INTO declared VALUES (?)", fingerprint());
        });
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files()) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    private List<Path> files() throws IOException {
        Path tags = etl.resolve("tags");
        try (Stream<Path> declared = Files.isDirectory(tags) ? Files.walk(tags) : Stream.<Path>empty()) {
            return Stream.concat(Stream.of(etl.resolve("identity.yaml")), declared).filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
