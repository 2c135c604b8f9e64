package zhiyin.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Runs a program that ends by itself. */
final class ShortCommand {

    private ShortCommand() {}

    record Result(int status, String text) {}

    /** What it printed when it succeeded; empty when it failed or is not there. */
    static Optional<String> output(List<String> command) {
        try {
            Result result = run(command);
            return result.status() == 0 ? Optional.of(result.text()) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    static Result run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().keySet().retainAll(List.of("PATH"));
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(waitFor(process), text);
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new IOException("Interrupted while a program was running", interrupted);
        }
    }
}
