package zhiyin.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The benchmarks' command line. */
@Command(name = "bench", description = "Measures the hub.", mixinStandardHelpOptions = true)
final class Bench {

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).addSubcommand(new LoadBench()).execute(arguments));
    }
}
