package zhiyin.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A hub in another process that loads or does something else, and that can be killed. */
public final class OtherHub {

    private final Map<String, String> environment;
    private final List<String> command;

    OtherHub(Map<String, String> environment) {
        this(environment, "load");
    }

    /** One that does what a command says. */
    public OtherHub(Map<String, String> environment, String... command) {
        this.environment = environment;
        this.command = List.of(command);
    }

    /** Loads until its output has such a line, then is killed as {@code kill -9} does. Answers its output. */
    public List<String> loadUntil(Predicate<String> place) throws IOException, InterruptedException {
        Process hub = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (place.test(line)) {
                    hub.toHandle().destroyForcibly();
                }
            }
        }
        hub.waitFor();
        return lines;
    }

    /** Loads to the end. Answers the exit code. */
    public int load() throws IOException, InterruptedException {
        Process hub = start();
        hub.getInputStream().transferTo(System.out);
        return hub.waitFor();
    }

    /** Does what the command says, to the end, and adds what it puts out to some lines. Answers the exit code. */
    public int run(List<String> lines) throws IOException, InterruptedException {
        Process hub = start();
        lines.addAll(hub.inputReader(StandardCharsets.UTF_8).lines().toList());
        return hub.waitFor();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of(java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "zhiyin.Zhiyin"));
        line.addAll(command);
        ProcessBuilder hub = new ProcessBuilder(line).redirectErrorStream(true);
        hub.environment().putAll(environment);
        return hub.start();
    }
}
