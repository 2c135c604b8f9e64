package zhiyin.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A hub in another process that loads or does something else, and that can be disturbed. */
public final class OtherHub {

    /** It runs for some seconds, most of which would go into compiling well. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

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

    /**
     * How a load of another hub went.
     *
     * @param code   what the process ended with
     * @param output its lines
     */
    record Run(int code, List<String> output) {

        long linesWith(String text) {
            return output.stream().filter(line -> line.contains(text)).count();
        }
    }

    /** Loads until its output has such a line, then is killed as {@code kill -9} does. Answers its output. */
    public List<String> loadUntil(Predicate<String> place) throws IOException, InterruptedException {
        return load((line, hub) -> {
            if (place.test(line)) {
                hub.destroyForcibly();
            }
        }).output();
    }

    /** Loads to the end. Answers the exit code. */
    public int load() throws IOException, InterruptedException {
        Run run = load((line, hub) -> {});
        run.output().forEach(System.out::println);
        return run.code();
    }

    /** Loads, while somebody looks at each line of its output and may do something about it. */
    Run load(BiConsumer<String, ProcessHandle> reader) throws IOException, InterruptedException {
        Process hub = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = new BufferedReader(
                new InputStreamReader(hub.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                reader.accept(line, hub.toHandle());
            }
        }
        return new Run(hub.waitFor(), lines);
    }

    /** Loads to the end. Answers its output. */
    List<String> output() throws IOException, InterruptedException {
        return loadUntil(line -> false);
    }

    /** Whether a line tells that a step is under way: begun, and not at its end. */
    static boolean isInside(String step, String line) {
        Matcher matcher = Pattern.compile("load \\d+ +" + step + " +([\\d,]+) / ([\\d,]+) .*").matcher(line);
        return matcher.find() && !matcher.group(1).equals(matcher.group(2));
    }

    /** Does something at the first line that tells that a step is under way. */
    static BiConsumer<String, ProcessHandle> at(String step, BiConsumer<String, ProcessHandle> what) {
        AtomicBoolean done = new AtomicBoolean();
        return (line, hub) -> {
            if (isInside(step, line) && done.compareAndSet(false, true)) {
                what.accept(line, hub);
            }
        };
    }

    /** Does what the command says, to the end, and adds what it puts out to some lines. Answers the exit code. */
    public int run(List<String> lines) throws IOException, InterruptedException {
        Process hub = start();
        lines.addAll(hub.inputReader(StandardCharsets.UTF_8).lines().toList());
        return hub.waitFor();
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> line = new ArrayList<>(List.of(java, "-Xmx512m"));
        line.addAll(SHORT_LIVED);
        line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "zhiyin.Zhiyin"));
        line.addAll(command);
        ProcessBuilder hub = new ProcessBuilder(line).redirectErrorStream(true);
        hub.environment().putAll(environment);
        return hub.start();
    }
}
