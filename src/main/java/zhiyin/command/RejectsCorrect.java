package zhiyin.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

import zhiyin.command.RejectsFile.Changed;

@Command(name = "correct", description = "Takes the cells that were changed in a file of 'rejects download' as corrections.", mixinStandardHelpOptions = true, showDefaultValues = true)
class RejectsCorrect implements Callable<Integer> {

    private static final int AT_ONCE = 100;

    private static final String CORRECT = """
            mutation ($input: RejectCorrectInput!) { rejectCorrect(input: $input) { rows { id } userErrors { message field } } }
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

    @Parameters(paramLabel = "FILE", description = "The file, with cells changed. Cells that are as they were downloaded, masked ones too, stay as they are.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--encoding", description = "What the file is written in: spreadsheets may save it otherwise than they read it.", defaultValue = "UTF-8")
    private Charset encoding = StandardCharsets.UTF_8;

    @Option(names = "--all-columns", description = "Heed other columns than those at fault, too. Spreadsheets change numbers and dates that nobody touched.")
    private boolean allColumns;

    @Option(names = "--dry-run", description = "Only tell what would be corrected.")
    private boolean dryRun;

    @Override
    public Integer call() throws IOException {
        RejectsFile given;
        try (InputStream bytes = Files.newInputStream(file)) {
            given = RejectsFile.read(bytes, encoding);
        }
        int number = which.load(hub);
        RejectsFile known = known(number);
        List<Changed> changes = given.changesOf(known, allColumns);
        if (given.strangersTo(known) > 0) {
            spec.commandLine().getErr().printf(
                    "%d rows of the file are none that load %d refused; name their --load.%n",
                    given.strangersTo(known), number);
        }
        changes.forEach(change -> spec.commandLine().getOut().printf("%s: %s%n", change.place(),
                String.join(", ", change.values().keySet())));
        int failed = 0;
        for (int from = 0; from < changes.size() && !dryRun; from += AT_ONCE) {
            failed += correct(changes.subList(from, Math.min(changes.size(), from + AT_ONCE)));
        }
        spec.commandLine().getOut().printf("%d rows %s%n", changes.size() - failed,
                dryRun ? "would be corrected" : "corrected");
        return failed == 0 ? ExitCode.OK : ExitCode.USAGE;
    }

    private RejectsFile known(int number) throws IOException {
        ByteArrayOutputStream now = new ByteArrayOutputStream();
        hub.download(which.path(number), now);
        return RejectsFile.read(new ByteArrayInputStream(now.toByteArray()), StandardCharsets.UTF_8);
    }

    private int correct(List<Changed> changes) throws HubConnection.NotAnswered {
        List<Map<String, Object>> corrections = new ArrayList<>();
        changes.forEach(change -> corrections.add(Map.of("row", change.row(), "values", change.values().entrySet()
                .stream().map(text -> Map.of("column", text.getKey(), "value", text.getValue())).toList())));
        JsonNode answer = hub.ask(CORRECT, Map.of("input", Map.of("corrections", corrections))).path("rejectCorrect");
        answer.path("userErrors").forEach(error -> spec.commandLine().getErr().printf("%s: %s%n",
                changes.get(error.path("field").path(2).asInt()).place(), error.path("message").asString()));
        return answer.path("userErrors").size();
    }
}
