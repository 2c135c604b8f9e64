package zhiyin.command;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "rejects", description = "Lists, downloads, corrects and replays the rows that loads of the hub that runs refused.", mixinStandardHelpOptions = true, subcommands = {
        RejectsListed.class, RejectsDownload.class, RejectsCorrect.class, RejectsReplay.class})
class RejectsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
