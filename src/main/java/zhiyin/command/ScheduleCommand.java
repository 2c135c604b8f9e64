package zhiyin.command;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "schedule", description = "Tells of the schedules of the hub that runs.", mixinStandardHelpOptions = true, subcommands = ScheduleCommand.Listed.class)
class ScheduleCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    @Command(name = "list", description = "Lists the schedules: when they run, what their next run covers, how their last run ended.", mixinStandardHelpOptions = true, showDefaultValues = true)
    static class Listed implements Callable<Integer> {

        private static final String SCHEDULES = """
                { scheduleMistakes schedules { name run feeds paused catchUp
                    timing { kind cron zone after files everySeconds } override { changedBy changedAt }
                    next { startsAt covers { from until } }
                    runs(first: 1) { nodes { logicalDate status startedAt endedAt loadNumber message } } } }
                """;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Mixin
        @SuppressWarnings("NullAway.Init")
        private HubConnection hub;

        @Option(names = "--json", description = "As JSON, for programs.")
        private boolean json;

        @Override
        public Integer call() throws HubConnection.NotAnswered {
            JsonNode answer = hub.ask(SCHEDULES, Map.of());
            var terminal = spec.commandLine().getOut();
            if (json) {
                terminal.println(answer);
                return ExitCode.OK;
            }
            answer.path("scheduleMistakes").forEach(mistake -> spec.commandLine().getErr().println(mistake.asString()));
            answer.path("schedules").forEach(schedule -> terminal.printf("%-24s %-40s %s%n",
                    schedule.path("name").asString(), timing(schedule), next(schedule) + last(schedule)));
            return ExitCode.OK;
        }

        private static String timing(JsonNode schedule) {
            JsonNode timing = schedule.path("timing");
            return switch (timing.path("kind").asString()) {
                case "CRON" -> timing.path("cron").asString() + " " + timing.path("zone").asString();
                case "AFTER" -> "after " + timing.path("after").asString();
                default -> "files " + timing.path("files").asString();
            };
        }

        private static String next(JsonNode schedule) {
            JsonNode next = schedule.path("next");
            if (schedule.path("paused").asBoolean()) {
                return "paused";
            }
            return next.isObject()
                    ? "starts %s, covers %s to %s".formatted(next.path("startsAt").asString(),
                            next.path("covers").path("from").asString(), next.path("covers").path("until").asString())
                    : "waits";
        }

        private static String last(JsonNode schedule) {
            JsonNode run = schedule.path("runs").path("nodes").path(0);
            return run.isObject()
                    ? "; last %s %s".formatted(run.path("logicalDate").asString(), run.path("status").asString())
                    : "; no run yet";
        }
    }
}
