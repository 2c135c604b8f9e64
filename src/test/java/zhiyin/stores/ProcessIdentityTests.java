package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTests {

    @TempDir
    Path folder;

    private ProcessHandle sleeper = ProcessHandle.current();

    @BeforeEach
    void startASleeper() throws IOException {
        sleeper = new ProcessBuilder("sleep", "4711").start().toHandle();
    }

    @AfterEach
    void endTheSleeper() {
        sleeper.destroyForcibly();
    }

    @Test
    void findsTheProcessAgainFromItsFile() {
        Path file = folder.resolve("sleeper.pid");
        ProcessIdentity.of(sleeper, "4711").write(file);
        assertThat(ProcessIdentity.read(file).flatMap(ProcessIdentity::running)).contains(sleeper);
    }

    @Test
    void doesNotTakeAnotherCommandForTheStore() {
        assertThat(ProcessIdentity.of(sleeper, "/somewhere/stores/neo4j").running()).isEmpty();
    }

    @Test
    void doesNotTakeALaterProcessOfTheSameNumberForTheStore() {
        ProcessIdentity now = ProcessIdentity.of(sleeper, "4711");
        assertThat(new ProcessIdentity(now.pid(), now.started().minusSeconds(1), "4711").running()).isEmpty();
    }

    @Test
    void aFileThatWasCutShortNamesNoProcess() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.pid"), "pid=12");
        assertThat(ProcessIdentity.read(file)).isEmpty();
    }
}
