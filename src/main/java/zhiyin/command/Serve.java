package zhiyin.command;

import java.util.List;
import java.util.concurrent.Callable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;
import zhiyin.reindex.Reindexes;
import zhiyin.schedule.Scheduling;

@Command(name = "serve", description = "Starts the hub: its stores, what is new to load, the schedules, the API and the console.", mixinStandardHelpOptions = true)
class Serve implements Callable<Integer> {

    /** Exit code that never leaves the process: it goes on. */
    static final int SERVING = -1;

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.serve");

    private final Class<?> application;

    @Parameters(paramLabel = "--property=value", description = "Settings, such as --server.port=8081")
    private List<String> settings = List.of();

    Serve(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        FirstInput input = new FirstInput();
        SpringApplication hub = new SpringApplication(application);
        hub.addListeners((ApplicationListener<ApplicationEnvironmentPreparedEvent>) prepared -> input
                .generate(prepared.getEnvironment()));
        ConfigurableApplicationContext context;
        try {
            context = hub.run(settings.toArray(String[]::new));
        } catch (RuntimeException alreadyTold) {
            return ExitCode.SOFTWARE;
        }
        input.await();
        load(context);
        context.getBean(Reindexes.class).resume();
        context.getBean(Scheduling.class).doStart();
        tellReady(context.getEnvironment());
        return SERVING;
    }

    private static void load(ConfigurableApplicationContext context) {
        Loads loads = context.getBean(Loads.class);
        if (!context.getEnvironment().getProperty("zhiyin.load.on-start", Boolean.class, true) || !loads.isDue()) {
            return;
        }
        switch (loads.run(LoadRequest.ofAll(LoadTrigger.START))) {
            case LoadOutcome.Completed completed -> LOG.debug("{}", completed);
            case LoadOutcome.AlreadyRunning running -> LOG.info("Another node of the hub is loading");
            case LoadOutcome.Stopped stopped -> LOG.info(stopped.message());
            case LoadOutcome.Failed failed -> LOG.error(failed.message());
        }
    }

    /** On standard output, without the log's decoration: programs wait for this line. */
    @SuppressWarnings("SystemOut")
    private static void tellReady(Environment environment) {
        System.out.printf("Zhiyin is ready: http://localhost:%s%n", environment.getProperty("local.server.port"));
    }
}
