package zhiyin.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "download", description = "Writes the rows that a load refused to a CSV file, to be corrected in a spreadsheet.", mixinStandardHelpOptions = true, showDefaultValues = true)
class RejectsDownload implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private HubConnection hub;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private WhichRejects which;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Override
    public Integer call() throws IOException {
        int number = which.load(hub);
        try (OutputStream file = Files.newOutputStream(out)) {
            hub.download(which.path(number), file);
        }
        spec.commandLine().getOut().printf("The rejects of load %d are in %s%n", number, out);
        return ExitCode.OK;
    }
}
