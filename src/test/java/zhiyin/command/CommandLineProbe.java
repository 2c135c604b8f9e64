package zhiyin.command;

import java.io.PrintWriter;
import java.util.List;

/** The command line, for tests of other packages. */
public final class CommandLineProbe {

    private CommandLineProbe() {}

    /** Runs a command, which tells and complains to one place. Answers its exit code. */
    public static int execute(PrintWriter told, List<String> arguments) {
        return Commands.line(Object.class).setOut(told).setErr(told).execute(arguments.toArray(String[]::new));
    }
}
