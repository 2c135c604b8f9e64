package zhiyin.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(name = "replay", description = "Starts a load that takes the corrected rows, and does not wait for it.", mixinStandardHelpOptions = true, showDefaultValues = true)
class RejectsReplay implements Callable<Integer> {

    private static final String REPLAY = """
            mutation ($input: LoadReplayInput!) { loadReplay(input: $input) { load { number } userErrors { message } } }
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HubConnection hub;

    @Option(names = "--feed", paramLabel = "SOURCE.FEED", description = "Rows of this feed only; may be given more than once.")
    private List<String> feeds = List.of();

    @Override
    public Integer call() throws HubConnection.NotAnswered {
        JsonNode answer = hub.ask(REPLAY, Map.of("input", feeds.isEmpty() ? Map.of() : Map.of("feeds", feeds)))
                .path("loadReplay");
        answer.path("userErrors")
                .forEach(error -> spec.commandLine().getErr().println(error.path("message").asString()));
        if (!answer.path("load").isObject()) {
            return ExitCode.USAGE;
        }
        spec.commandLine().getOut().printf("Load %d takes the corrected rows%n",
                answer.path("load").path("number").asInt());
        return ExitCode.OK;
    }
}
