package zhiyin.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import zhiyin.source.SourceDraft;

@Command(name = "infer", description = "Drafts the declaration of a source from a sample of its files: CSV, JSON Lines or Parquet.", mixinStandardHelpOptions = true, showDefaultValues = true)
class SourceInferCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file that the source delivers.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--source", description = "Name of the source.", defaultValue = "crm")
    private String source = "";

    @Option(names = "--zone", description = "Time zone of instants that carry none.", defaultValue = "Asia/Taipei")
    @SuppressWarnings("NullAway.Init")
    private ZoneId zone;

    @Option(names = "--region", description = "ISO 3166 region of phone numbers that carry none.", defaultValue = "TW")
    private String region = "";

    @Option(names = "--rows", description = "How many rows are looked at.", defaultValue = "10000")
    private int rows;

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            spec.commandLine().getErr().printf("%s: there is no such file%n", file);
            return ExitCode.USAGE;
        }
        try {
            spec.commandLine().getOut().print(new SourceDraft(source, zone, region).of(file, rows));
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().printf("%s: %s%n", file, unreadable.getMessage());
            return ExitCode.SOFTWARE;
        }
    }
}
