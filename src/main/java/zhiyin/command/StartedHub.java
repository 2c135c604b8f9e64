package zhiyin.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that starts the hub without its API, does something with it, and stops it. */
abstract class StartedHub implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "--property=value", description = "Settings, such as --zhiyin.data=/srv/zhiyin")
    private List<String> settings = List.of();

    StartedHub(Class<?> application) {
        this.application = application;
    }

    /** Starts the hub for some work, whose exit code it answers. What hinders the start is told by the start itself. */
    int with(ToIntFunction<ConfigurableApplicationContext> work) {
        settings.stream().filter(setting -> !setting.matches("--[^=]+=.*")).findFirst().ifPresent(unknown -> {
            throw new ParameterException(spec.commandLine(), "Unknown option: '%s'".formatted(unknown));
        });
        ConfigurableApplicationContext started;
        try {
            started = new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
                    .run(settings.toArray(String[]::new));
        } catch (RuntimeException alreadyTold) {
            return ExitCode.SOFTWARE;
        }
        try (ConfigurableApplicationContext context = started) {
            return work.applyAsInt(context);
        }
    }

    CommandSpec spec() {
        return spec;
    }

    int told(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCode.SOFTWARE;
    }
}
