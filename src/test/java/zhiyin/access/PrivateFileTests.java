package zhiyin.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PrivateFileTests {

    @TempDir
    Path data;

    @Test
    void whoeverStartsAtTheSameTimeUsesTheSameSecret() throws Exception {
        Path file = data.resolve("secret");
        CyclicBarrier bothFoundNone = new CyclicBarrier(2);
        try (var starts = Executors.newFixedThreadPool(2)) {
            var first = starts.submit(start(file, "first", bothFoundNone));
            var second = starts.submit(start(file, "second", bothFoundNone));

            assertThat(List.of(first.get(), second.get())).containsOnly(Files.readString(file));
        }
        assertThat(data).isDirectoryNotContaining("glob:**.new");
    }

    private static Callable<String> start(Path file, String secret, CyclicBarrier bothFoundNone) {
        return () -> PrivateFile.readOrWrite(file, () -> {
            meet(bothFoundNone);
            return secret;
        });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception alone) {
            throw new IllegalStateException("The other start did not come", alone);
        }
    }
}
