package zhiyin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of a benchmark of loads as a table, with the ratios that matter.
 *
 * @param customers people of the operator
 * @param first     the first load
 * @param delta     a load of what changed of one in a hundred
 * @param again     a load of the same files, delivered again with the same bytes
 * @param full      a load that reads every file again
 * @param heap      the most megabytes that the hub's heap held
 * @param others    what the hub is measured beside
 */
record LoadReport(int customers, HubRun first, HubRun delta, HubRun again, HubRun full, long heap,
        List<Timing> others) {

    String text() {
        List<String> lines = new ArrayList<>(List.of("", "%,d customers".formatted(customers), "",
                "| what | wall s | CPU s | CPU ms a customer |", "|---|---|---|---|"));
        Timing all = first.total("first load");
        Timing index = first.of("index", step -> step.startsWith("index"));
        Timing imported = first.of("import", "import"::equals);
        lines.add(row(all));
        lines.add(row(imported));
        lines.add(row(index));
        others.forEach(other -> lines.add(row(other)));
        lines.add(row(delta.total("delta of 1 %")));
        lines.add(row(again.total("the same files again")));
        lines.add(row(full.total("everything read again")));
        lines.add("");
        lines.add("Heap of the hub: %d MB at most.".formatted(heap));
        lines.add("Writes that were repeated after a deadlock: "
                + first.lines().stream().filter(line -> line.contains("is repeated: deadlock")).count());
        ratio(lines, "first load, per CPU second, beside the raw loader", sum(), all.cpu());
        ratio(lines, "import step beside the importer alone", cpu("Neo4j's importer alone"), imported.cpu());
        ratio(lines, "index step beside plain bulk requests", cpu(RawLoad.SEARCH), index.cpu());
        ratio(lines, "delta: share of the wall time of the first load",
                Optional.of(delta.total("").wall()), all.wall());
        ratio(lines, "the same files again: share of the wall time of the first load",
                Optional.of(again.total("").wall()), all.wall());
        ratio(lines, "everything read again: share of the wall time of the first load",
                Optional.of(full.total("").wall()), all.wall());
        return String.join("\n", lines);
    }

    private Optional<Double> sum() {
        return cpu(RawLoad.GRAPH).flatMap(graph -> cpu(RawLoad.SEARCH).map(search -> graph + search));
    }

    private Optional<Double> cpu(String name) {
        return others.stream().filter(other -> other.name().equals(name)).map(Timing::cpu).findFirst();
    }

    private static void ratio(List<String> lines, String name, Optional<Double> one, double other) {
        one.ifPresent(known -> lines.add(String.format(Locale.ROOT, "%s: %.2f", name, known / other)));
    }

    private String row(Timing timing) {
        return String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.2f |", timing.name(), timing.wall(), timing.cpu(),
                1000 * timing.cpu() / customers);
    }
}
