package zhiyin.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadPreview;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;

@Command(name = "load", description = "Loads what the sources hold now, and ends. Goes on with a load that was interrupted.", mixinStandardHelpOptions = true)
class LoadCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--full", description = "Read files again that have not changed since they were last read.")
    private boolean full;

    @Option(names = "--dry-run", description = "Tell what would be loaded, and write nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "With --dry-run: tell it as JSON, for programs.")
    private boolean json;

    @Option(names = "--tolerate", description = "Go on without deliveries that are unfit, and close however many records vanished.")
    private boolean tolerate;

    @Option(names = "--source", paramLabel = "SOURCE", description = "Land this source only; may be given more than once.")
    private List<String> sources = List.of();

    @Option(names = "--feed", paramLabel = "SOURCE.FEED", description = "Land this feed only, such as crm.customers; may be given more than once.")
    private List<String> feeds = List.of();

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
            Loads loads = context.getBean(Loads.class);
            LoadRequest request = request();
            List<String> unknown = loads.unknownFeeds(request);
            if (!unknown.isEmpty()) {
                spec.commandLine().getErr().printf("No source or feed is called %s; the declarations have %s.%n",
                        String.join(", ", unknown), String.join(", ", loads.feeds()));
                return ExitCode.USAGE;
            }
            if (dryRun) {
                return preview(context, loads, request);
            }
            return switch (loads.run(request)) {
                case LoadOutcome.Completed completed -> ExitCode.OK;
                case LoadOutcome.AlreadyRunning running -> told(
                        "Another load is running. Wait for its end and try again.");
                case LoadOutcome.Stopped stopped -> told(stopped.message());
                case LoadOutcome.Failed failed -> told(failed.message());
            };
        }
    }

    /** Fails when the load would stop, so that a script can heed it. */
    private int preview(ConfigurableApplicationContext context, Loads loads, LoadRequest request) {
        Optional<LoadPreview> preview = loads.preview(request);
        if (preview.isEmpty()) {
            return told("Another load is running. Wait for its end and try again.");
        }
        spec.commandLine().getOut().println(json
                ? context.getBean(JsonMapper.class).writeValueAsString(preview.get())
                : PreviewText.of(preview.get()));
        return preview.get().stops().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private LoadRequest request() {
        LoadRequest all = LoadRequest.ofAll(LoadTrigger.COMMAND)
                .ofFeeds(Stream.concat(sources.stream(), feeds.stream()).toList());
        LoadRequest read = full ? all.inFull() : all;
        return tolerate ? read.tolerant() : read;
    }

    private int told(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCode.SOFTWARE;
    }
}
