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

import zhiyin.relay.GlobalId;

@Command(name = "list", description = "Tells how many rows a load refused by feed and reason, and the first 100 of them.", mixinStandardHelpOptions = true, showDefaultValues = true)
class RejectsListed implements Callable<Integer> {

    private static final String REJECTS = """
            query ($load: ID!, $feed: String, $reason: RejectReason, $status: RejectStatus) { node(id: $load) { ... on Load {
              number rejectGroups { source feed reason count open }
              rejects(first: 100, feed: $feed, reason: $reason, status: $status) { totalCount
                nodes { source feed file line field reason message status row { id acceptedIn correctedBy correctedAt } } } } } }
            """;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HubConnection hub;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WhichRejects which;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws HubConnection.NotAnswered {
        int number = which.load(hub);
        Map<String, Object> variables = which.variables();
        variables.put("load", new GlobalId("Load", Integer.toString(number)).encoded());
        JsonNode load = hub.ask(REJECTS, variables).path("node");
        if (!load.isObject()) {
            spec.commandLine().getErr().printf("There is no load %d.%n", number);
            return ExitCode.USAGE;
        }
        var terminal = spec.commandLine().getOut();
        if (json) {
            terminal.println(load);
            return ExitCode.OK;
        }
        load.path("rejectGroups").forEach(group -> terminal.printf("%-32s %-18s %,8d, open %,d%n",
                group.path("source").asString() + "." + group.path("feed").asString(),
                group.path("reason").asString(), group.path("count").asInt(), group.path("open").asInt()));
        load.path("rejects").path("nodes").forEach(reject -> terminal.printf("%s:%d %s %s: %s [%s%s]%n",
                reject.path("file").asString(), reject.path("line").asInt(), reject.path("field").asString(""),
                reject.path("reason").asString(), reject.path("message").asString(), reject.path("status").asString(),
                reject.path("row").isObject() ? "" : ", values not kept"));
        return ExitCode.OK;
    }
}
