package zhiyin.command;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "backfill", description = "Asks the hub that runs for the runs that a schedule lacks in a range of days, and does not wait for them.", mixinStandardHelpOptions = true, showDefaultValues = true)
class BackfillCommand implements Callable<Integer> {

    private static final String BACKFILL = """
            mutation ($input: BackfillInput!) { backfill(input: $input) {
              runs { logicalDate covers { from until } before } userErrors { message } } }
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HubConnection hub;

    @Parameters(paramLabel = "SCHEDULE", description = "A schedule with cron.")
    @SuppressWarnings("NullAway.Init")
    private String schedule;

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day on which what a run covers begins, in the schedule's zone.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate from;

    @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last such day.")
    @SuppressWarnings("NullAway.Init")
    private LocalDate to;

    @Option(names = "--reprocess", defaultValue = "none", description = "Which runs that there were already are run once more: ${COMPLETION-CANDIDATES}.")
    @SuppressWarnings("NullAway.Init")
    private Reprocess reprocess;

    @Option(names = "--dry-run", description = "Only tell which runs there would be.")
    private boolean dryRun;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    /** Which runs are run once more. */
    enum Reprocess {
        none, failed, completed
    }

    @Override
    public Integer call() throws HubConnection.NotAnswered {
        JsonNode answer = hub.ask(BACKFILL, Map.of("input", Map.of("schedule", schedule, "from", from.toString(), "to",
                to.toString(), "reprocess", reprocess.name().toUpperCase(Locale.ROOT), "dryRun", dryRun)))
                .path("backfill");
        if (!answer.path("userErrors").isEmpty()) {
            answer.path("userErrors")
                    .forEach(error -> spec.commandLine().getErr().println(error.path("message").asString()));
            return ExitCode.USAGE;
        }
        tell(answer);
        return ExitCode.OK;
    }

    private void tell(JsonNode answer) {
        var terminal = spec.commandLine().getOut();
        if (json) {
            terminal.println(answer);
            return;
        }
        answer.path("runs").forEach(run -> terminal.printf("%s  covers %s to %s%s%n",
                run.path("logicalDate").asString(), run.path("covers").path("from").asString(),
                run.path("covers").path("until").asString(),
                run.path("before").isString() ? ", was " + run.path("before").asString() : ""));
        terminal.printf("%d runs %s%n", answer.path("runs").size(), dryRun ? "would be enqueued" : "enqueued");
    }
}
