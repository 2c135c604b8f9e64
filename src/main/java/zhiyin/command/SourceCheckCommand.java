package zhiyin.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.model.RecordKind;
import zhiyin.source.Mistake;
import zhiyin.source.SourceCatalog;

/** Needs no store and no running hub, so that editors and build servers can ask at every change. */
@Command(name = "check", description = "Finds all mistakes of declarations, each with line and column. Answers 0 when there is none, 1 when there is one, 2 when a file is not there.", mixinStandardHelpOptions = true)
class SourceCheckCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Declaration of a source, such as etl/sources/crm.yaml.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Tell the mistakes as a JSON list, for programs.")
    private boolean json;

    @Override
    public Integer call() {
        List<Path> missing = files.stream().filter(file -> !Files.isRegularFile(file)).toList();
        if (!missing.isEmpty()) {
            missing.forEach(file -> spec.commandLine().getErr().printf("%s: there is no such file%n", file));
            return ExitCode.USAGE;
        }
        List<RecordKind> kinds = DeclaredKinds.read();
        List<Mistake> mistakes = files.stream().flatMap(file -> SourceCatalog.check(file, kinds).stream()).toList();
        tell(mistakes);
        return mistakes.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void tell(List<Mistake> mistakes) {
        var terminal = spec.commandLine().getOut();
        if (json) {
            terminal.println(JsonMapper.shared().writeValueAsString(mistakes.stream().map(Told::of).toList()));
        } else {
            mistakes.forEach(terminal::println);
            terminal.println(mistakes.isEmpty()
                    ? "No mistakes."
                    : "%d mistake%s.".formatted(mistakes.size(), mistakes.size() == 1 ? "" : "s"));
        }
    }

    /** A mistake as programs read it. */
    private record Told(String file, int line, int column, String place, String message) {

        static Told of(Mistake mistake) {
            return new Told(mistake.file().toString(), mistake.line(), mistake.column(), mistake.place(),
                    mistake.rule());
        }
    }
}
