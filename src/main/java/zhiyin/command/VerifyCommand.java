package zhiyin.command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.verify.Difference;
import zhiyin.verify.Tally;
import zhiyin.verify.Verifications;
import zhiyin.verify.Verifications.Outcome;

@Command(name = "verify", description = "Compares staging with the graph and the graph with search, and names every difference. Ends with 0 when there is none left, 1 when there is.", mixinStandardHelpOptions = true)
class VerifyCommand extends StartedHub {

    @Option(names = "--repair", description = "Mend what differs: the graph from staging, search from the graph.")
    private boolean repair;

    @Option(names = "--json", description = "Answer on standard output in JSON, and log to standard error.")
    private boolean json;

    VerifyCommand(Class<?> application) {
        super(application);
    }

    /** The answer for programs. */
    private record Answer(int number, boolean repair, int found, int left, List<Tally> tallies,
            List<Difference> differences) {}

    @Override
    public Integer call() {
        PrintWriter answers = spec().commandLine().getOut();
        PrintStream log = System.out;
        if (json) {
            System.setOut(System.err);
        }
        try {
            return with(context -> switch (context.getBean(Verifications.class).run(repair)) {
                case Outcome.Completed completed -> tell(completed, answers);
                case Outcome.Failed failed -> told(failed.message());
            });
        } finally {
            System.setOut(log);
        }
    }

    private int tell(Outcome.Completed completed, PrintWriter answers) {
        if (json) {
            answers.println(JsonMapper.shared().writeValueAsString(new Answer(completed.number(), repair,
                    completed.found(), completed.left(), completed.tallies(), completed.differences())));
        } else {
            completed.differences().forEach(difference -> answers.println(line(difference)));
            completed.tallies().forEach(tally -> answers.println(line(tally)));
            answers.printf("%,d differences, %,d left%n", completed.found(), completed.left());
        }
        answers.flush();
        return completed.left() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static String line(Difference difference) {
        return "%s %s %s: %s%s%s".formatted(lower(difference.store()), difference.kind(), difference.id(),
                lower(difference.problem()), difference.fields().isEmpty() ? "" : " in " + difference.fields(),
                difference.repaired() ? ", repaired" : "");
    }

    private static String line(Tally tally) {
        return String.format(Locale.ROOT, "%-6s %-18s %,11d / %,d records  %s / %s  %,d differences, %,d repaired",
                lower(tally.store()), tally.kind(), tally.found(), tally.expected(), tally.foundHash(),
                tally.expectedHash(), tally.differences(), tally.repaired());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
