package zhiyin.command;

import java.util.List;
import java.util.concurrent.Callable;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import zhiyin.load.Loads;

@Command(name = "load", description = "Loads what the sources hold now, and ends. Goes on with a load that was interrupted.", mixinStandardHelpOptions = true)
class LoadCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--full", description = "Read files again that have not changed since they were last read.")
    private boolean full;

    @Parameters(paramLabel = "--property=value", description = "Settings, such as --zhiyin.load.input=/srv/extracts")
    private List<String> settings = List.of();

    LoadCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        ConfigurableApplicationContext started;
        try {
            started = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException alreadyTold) {
            return ExitCode.SOFTWARE;
        }
        try (ConfigurableApplicationContext context = started) {
            return switch (context.getBean(Loads.class).run(full)) {
                case Loads.Outcome.Completed completed -> ExitCode.OK;
                case Loads.Outcome.AlreadyRunning running -> told(
                        "Another load is running. Wait for its end and try again.");
                case Loads.Outcome.Failed failed -> told(failed.message());
            };
        }
    }

    private int told(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCode.SOFTWARE;
    }
}
