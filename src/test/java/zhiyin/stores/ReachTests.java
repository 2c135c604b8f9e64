package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReachTests {

    private static final Account SOMEBODY = new Account("somebody", 4_000_001, 4_000_001, true, List.of());

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void openTheTemporaryFolder() throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = temporary.toRealPath();
    }

    @Test
    void namesTheFirstFolderThatIsClosed() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path inside = Files.createDirectories(closed.resolve("data/stores"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        assertThat(Reach.obstacle(inside, SOMEBODY)).contains(closed);
    }

    @Test
    void looksThroughLinks() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.createDirectory(closed.resolve("stores"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-x---"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), closed.resolve("stores"));
        assertThat(Reach.obstacle(link, SOMEBODY)).contains(closed);
    }

    @Test
    void findsTheWayFreeEvenToAFolderThatIsNotThereYet() {
        assertThat(Reach.obstacle(folder.resolve("data/stores"), SOMEBODY)).isEmpty();
    }

    @Test
    void theOwnAccountIsNeverStopped() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(Reach.obstacle(folder, new Account("me", 1, 1, false, List.of()))).isEmpty();
    }
}
