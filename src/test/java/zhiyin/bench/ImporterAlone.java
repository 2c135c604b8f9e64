package zhiyin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Neo4j's importer on the files that a hub wrote. Looks on while the hub imports, keeps the files and the command, and runs them
 * once more with nothing around them.
 */
final class ImporterAlone {

    private static final long PAUSE_MILLISECONDS = 20;

    private final Path folder;
    private volatile @Nullable List<String> command;

    /**
     * Looks on.
     *
     * @param pid    the file in which the hub notes the importer's process
     * @param folder where the files are kept, on the same disk
     */
    ImporterAlone(Path pid, Path folder) {
        this.folder = folder;
        Thread.ofPlatform().daemon().start(() -> look(pid));
    }

    private void look(Path pid) {
        try {
            while (command == null) {
                Thread.sleep(PAUSE_MILLISECONDS);
                if (Files.exists(pid)) {
                    keep(process(pid));
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String process(Path pid) throws IOException {
        Properties noted = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(pid)) {
            noted.load(reader);
        }
        return noted.getProperty("pid", "0");
    }

    private void keep(String process) throws IOException {
        Path at = Path.of("/proc", process);
        List<String> line;
        try {
            line = List.of(Files.readString(at.resolve("cmdline"), StandardCharsets.UTF_8).split("\0"));
        } catch (NoSuchFileException notYet) {
            return;
        }
        if (!line.contains("import")) {
            return;
        }
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(at.resolve("cwd").toRealPath())) {
            for (Path file : files.toList()) {
                Files.createLink(folder.resolve(file.getFileName()), file);
            }
        }
        // whoever changes to another user first is followed by the importer itself
        command = line.subList(line.indexOf("--") + 1, line.size());
    }

    /** Runs the importer; empty where the hub did not import. */
    Stream<Timing> run() {
        List<String> kept = command;
        if (kept == null) {
            return Stream.empty();
        }
        CpuClock clock = new CpuClock(ProcessHandle.current().pid(), folder);
        return Stream.of(Timing.of("Neo4j's importer alone", clock::seconds, () -> run(kept)));
    }

    private void run(List<String> kept) {
        Path home = folder.resolveSibling(folder.getFileName() + "-home");
        try {
            Files.createDirectories(home.resolve("conf"));
            Files.writeString(home.resolve("conf/neo4j.conf"),
                    "server.directories.data=%s%n".formatted(home.resolve("data").toAbsolutePath()));
            ProcessBuilder importer = new ProcessBuilder(kept).directory(folder.toFile()).redirectErrorStream(true)
                    .redirectOutput(home.resolve("import.log").toFile());
            importer.environment().put("NEO4J_HOME", home.toAbsolutePath().toString());
            importer.environment().put("NEO4J_CONF", home.resolve("conf").toAbsolutePath().toString());
            int code = importer.start().onExit().join().exitValue();
            if (code != 0) {
                throw new IllegalStateException("The importer ended with %d, see %s".formatted(code,
                        home.resolve("import.log")));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
