package zhiyin.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

import zhiyin.relay.GlobalId;

@Command(name = "lineage", description = "Tells of a customer or a record which rows of which files it came from, as the hub that runs knows it.", mixinStandardHelpOptions = true, showDefaultValues = true)
class LineageCommand implements Callable<Integer> {

    private static final String LINEAGE = """
            query ($id: ID!) { lineage(id: $id) { type key origin { ...row } closedBy { ...row }
              provenance { attribute reason sourceRecord { ...record } others { reason sourceRecord { ...record } } }
              sourceRecords { ...record rule deletedAt closedBy { ...row } } } }
            fragment record on SourceRecord { source feed key origin { ...row } }
            fragment row on RecordOrigin { source feed file line sha256 loadedAt loadNumber load { status } }
            """;

    private static final Pattern KIND_AND_ID = Pattern.compile("([A-Z][A-Za-z]+):(.+)");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HubConnection hub;

    @Parameters(paramLabel = "ID", description = "A global id of the API, or kind and id: CustomerBill:billing:B1.")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--json", description = "As JSON, for programs.")
    private boolean json;

    @Override
    public Integer call() throws HubConnection.NotAnswered {
        JsonNode lineage = hub.ask(LINEAGE, Map.of("id", global(id))).path("lineage");
        if (!lineage.isObject()) {
            spec.commandLine().getErr().printf("The hub knows no '%s'.%n", id);
            return ExitCode.USAGE;
        }
        if (json) {
            spec.commandLine().getOut().println(lineage);
        } else {
            spec.commandLine().getOut().print(new LineageText(lineage));
        }
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    /** Global ids have no colon. */
    private static String global(String id) {
        Matcher named = KIND_AND_ID.matcher(id);
        return named.matches() ? new GlobalId(named.group(1), named.group(2)).encoded() : id;
    }
}
