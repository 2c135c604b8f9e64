package zhiyin.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What proves that a running process is the store that an earlier hub started: a process id alone may have been given to
 * somebody else meanwhile.
 *
 * @param started when the system says that it started
 * @param mark a text of its command line that names the store's folder
 */
record ProcessIdentity(long pid, Instant started, String mark) {

    private static final int SHOWN = 120;

    static ProcessIdentity of(ProcessHandle process, String mark) {
        return new ProcessIdentity(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), mark);
    }

    /** The process, if it still runs and is certainly the one that was meant. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> process.info().startInstant().filter(started::equals).isPresent())
                .filter(process -> commandLine(process).contains(mark));
    }

    void write(Path file) {
        Folders.write(file, "pid=%d%nstarted=%s%nmark=%s%n".formatted(pid, started, mark.replace("\\", "\\\\")));
    }

    static Optional<ProcessIdentity> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return Optional.of(new ProcessIdentity(Long.parseLong(properties.getProperty("pid", "")),
                    Instant.parse(properties.getProperty("started", "")), properties.getProperty("mark", "")));
        } catch (IOException | RuntimeException missingOrCutShort) {
            return Optional.empty();
        }
    }

    /** A command line short enough for a sentence. */
    static String commandOf(ProcessHandle process) {
        String command = commandLine(process).strip().replaceAll("\\s+", " ");
        return command.length() <= SHOWN ? command : command.substring(0, SHOWN) + "…";
    }

    private static String commandLine(ProcessHandle process) {
        // Java itself leaves long command lines out
        try {
            byte[] bytes = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(bytes, StandardCharsets.UTF_8).replace('\0', ' ');
        } catch (IOException notLinuxOrGone) {
            return process.info().commandLine().orElse("");
        }
    }
}
