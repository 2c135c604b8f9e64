package zhiyin.load;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import zhiyin.model.RecordKind;
import zhiyin.staging.HistoryWindow;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

/** Chooses the way from staging into the graph: record by record over Bolt, or all at once by Neo4j's importer. */
class ImportChoice {

    private final Staging staging;
    private final ToldGraph toldGraph;
    private final LoadSettings settings;
    private final boolean hubMayStopNeo4j;
    private final List<RecordKind> kinds;

    ImportChoice(Staging staging, ToldGraph toldGraph, LoadSettings settings, boolean hubMayStopNeo4j,
            List<RecordKind> kinds) {
        this.staging = staging;
        this.toldGraph = toldGraph;
        this.settings = settings;
        this.hubMayStopNeo4j = hubMayStopNeo4j;
        this.kinds = kinds;
    }

    /** A way into the graph. */
    sealed interface Way {

        /** Why it is taken, for people. */
        String reason();

        /** Record by record. */
        record Bolt(String reason) implements Way {}

        /** All at once. */
        record BulkImport(String reason) implements Way {}
    }

    /** The way of a load that begins. */
    Way way() {
        if (settings.importMode() == ImportMode.NEVER) {
            return new Way.Bolt("Bolt: zhiyin.load.import is never");
        }
        if (sum("SELECT count(*) FROM ", Tables::merged) > 0) {
            return new Way.Bolt("Bolt: the graph was told before, so only what changed is written");
        }
        if (!toldGraph.isEmpty()) {
            return new Way.Bolt("Bolt: the graph holds nodes already, and an import would replace them");
        }
        long counted = kinds.stream().mapToLong(kind -> HistoryWindow.counted(staging, kind)).sum();
        return ofFirstLoad(sum("SELECT count(*) FROM ", Tables::staged) - counted, settings.importFrom());
    }

    private Way ofFirstLoad(long records, long from) {
        if (records < from) {
            return new Way.Bolt(told("Bolt: %,d records, fewer than the %,d from which on a bulk import is faster",
                    records, from));
        }
        return mayImport()
                ? new Way.BulkImport(told(
                        "bulk import: %,d records into an empty graph, from %,d on that is faster than Bolt", records,
                        from))
                : new Way.Bolt(told(
                        "Bolt: %,d records, and the hub may not stop this Neo4j. From %,d on a bulk import is "
                                + "faster: with zhiyin.load.import=files the hub writes the files for it",
                        records, from));
    }

    /** Whether an import that was chosen may still go on. */
    boolean mayImport() {
        return switch (settings.importMode()) {
            case AUTO -> hubMayStopNeo4j;
            case NEVER -> false;
            case FILES -> true;
        };
    }

    private long sum(String count, Function<RecordKind, String> table) {
        return kinds.stream().mapToLong(kind -> staging.number(count + table.apply(kind))).sum();
    }

    private static String told(String sentence, long records, long from) {
        return String.format(Locale.ROOT, sentence, records, from);
    }
}
