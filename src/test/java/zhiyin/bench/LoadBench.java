package zhiyin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import zhiyin.DeclaredKinds;
import zhiyin.sample.SampleOperator;
import zhiyin.sample.SampleRequest;
import zhiyin.stores.BenchStores;

/** Loads an operator with the hub and with a raw loader in turn, on stores of the same settings and the same machine. */
@Command(name = "load", description = "First load, delta and unchanged reload of the hub, beside a raw loader.", mixinStandardHelpOptions = true, showDefaultValues = true)
final class LoadBench implements Callable<Integer> {

    @Option(names = "--customers", description = "How many people the operator serves.", defaultValue = "20000")
    private int customers;

    @Option(names = "--folder", description = "Where everything is written; emptied first.", defaultValue = "target/bench")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--no-raw", description = "Leave the raw loader out.")
    private boolean isHubAlone;

    private final List<Timing> timings = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Path input = folder.resolve("input");
        clear();
        new SampleOperator(Path.of("etl")).generate(new SampleRequest(customers, 1, LocalDate.of(2026, 10, 31), input));
        Path data = folder.resolve("hub");
        ImporterAlone alone = new ImporterAlone(data.resolve("stores/neo4j-import.pid"), folder.resolve("import"));
        LoadReport report;
        try (Hub hub = new Hub(data, BenchStores.freePort(), settings(data, input))) {
            HubRun first = note("first load", hub.firstLoad());
            alone.run().forEach(this::note);
            int rows = new DeltaInput(input).write();
            HubRun delta = note("delta of %,d rows".formatted(rows), hub.load(false));
            DeltaInput.touch(input);
            HubRun again = note("the same files, delivered again", hub.load(false));
            HubRun full = note("everything read again", hub.load(true));
            report = new LoadReport(customers, first, delta, again, full, hub.heap(), timings);
        }
        if (!isHubAlone) {
            new RawLoad(folder.resolve("raw-stores"))
                    .run(data.resolve("staging/staging.duckdb"), DeclaredKinds.read().kinds()).forEach(this::note);
        }
        System.out.println(report.text());
        return 0;
    }

    private static List<String> settings(Path data, Path input) {
        return Stream.concat(
                Stream.of("--zhiyin.data=" + data, "--zhiyin.load.input=" + input,
                        "--logging.level.zhiyin.graph.Attempts=debug"),
                BenchStores.settings(data.resolve("stores")).entrySet().stream()
                        .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue())))
                .toList();
    }

    private HubRun note(String name, HubRun run) {
        System.out.println("== " + name);
        run.steps().forEach(step -> System.out.printf("%-28s %8.1f s %8.1f CPU s%n", step.name(), step.wall(),
                step.cpu()));
        System.out.printf("%-28s %8.1f s %8.1f CPU s%n", "all", run.total("all").wall(), run.total("all").cpu());
        return run;
    }

    private void note(Timing timing) {
        System.out.printf("== %s%n%28s %8.1f s %8.1f CPU s%n", timing.name(), "", timing.wall(), timing.cpu());
        timings.add(timing);
    }

    private void clear() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
