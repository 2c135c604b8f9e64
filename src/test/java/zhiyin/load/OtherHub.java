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

/** A hub in another process that loads, and that can be killed. */
final class OtherHub {

    private final Map<String, String> environment;

    OtherHub(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Loads until its output has such a line, then is killed as {@code kill -9} does. Answers its output. */
    List<String> loadUntil(Predicate<String> place) throws IOException, InterruptedException {
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

    /** Loads to the end. Answers its output. */
    List<String> output() throws IOException, InterruptedException {
        return loadUntil(line -> false);
    }

    /** Loads to the end. Answers the exit code. */
    int load() throws IOException, InterruptedException {
        Process hub = start();
        hub.getInputStream().transferTo(System.out);
        return hub.waitFor();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder hub = new ProcessBuilder(java, "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "zhiyin.Zhiyin", "load").redirectErrorStream(true);
        hub.environment().putAll(environment);
        return hub.start();
    }
}
