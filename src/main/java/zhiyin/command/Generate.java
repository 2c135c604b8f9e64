package zhiyin.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import zhiyin.sample.SampleOperator;
import zhiyin.sample.SampleRequest;
import zhiyin.sample.SampleSummary;

@Command(name = "generate", description = "Makes a believable, dirty operator: files of four systems and the truth about them.", mixinStandardHelpOptions = true, showDefaultValues = true)
class Generate implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--customers", description = "How many people the operator serves.", defaultValue = "20000")
    private int customers;

    @Option(names = "--seed", description = "The same seed gives the same bytes.", defaultValue = "1")
    private long seed;

    @Option(names = "--until", description = "Last day of the operator's history.", defaultValue = "2026-10-31")
    @SuppressWarnings("NullAway.Init")
    private LocalDate until;

    @Option(names = "--out", description = "Folder to write to.", required = true)
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--etl", description = "Folder with sample/operator.yaml.", defaultValue = "etl")
    @SuppressWarnings("NullAway.Init")
    private Path etl;

    @Override
    public Integer call() {
        SampleSummary summary = new SampleOperator(etl).generate(new SampleRequest(customers, seed, until, out));
        var terminal = spec.commandLine().getOut();
        summary.rows().forEach((file, rows) -> terminal.printf("%,12d  %s%n", rows, file));
        terminal.printf("planted faults: %s%n", summary.faults());
        return ExitCode.OK;
    }
}
