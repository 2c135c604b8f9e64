package zhiyin.load;

import java.time.ZoneOffset;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import zhiyin.load.ImportChoice.Way;
import zhiyin.staging.ImportFiles;

/**
 * Fills an empty graph at once where that is faster; the merges after it then find nothing to do. Each stage can be repeated, and
 * the graph says itself whether it came of this load's files.
 */
class ImportWork implements Work {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final ImportChoice choice;
    private final ImportFiles files;
    private final ImportFolder folder;
    private final List<MergeWork> merges;
    private final Importing with;
    private final ToldGraph toldGraph;

    ImportWork(ImportChoice choice, ImportFiles files, ImportFolder folder, List<MergeWork> merges, Importing with) {
        this.choice = choice;
        this.files = files;
        this.folder = folder;
        this.merges = merges;
        this.with = with;
        this.toldGraph = with.toldGraph();
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String unit() {
        return "stages";
    }

    @Override
    public long begin(LoadRun run) {
        Way way = choice.way();
        LOG.info("load {}  {}", run.number(), way.reason());
        return switch (way) {
            case Way.Bolt bolt -> 0;
            case Way.BulkImport bulk -> stages(run).size();
        };
    }

    private List<Runnable> stages(LoadRun run) {
        return List.of(() -> write(run), () -> fill(run), () -> complete(run), this::note);
    }

    @Override
    public long slice(LoadRun run, long done) {
        if (done == 1 && !choice.mayImport() && !toldGraph.isFilledBy(mark(run))) {
            LOG.info("load {}  Bolt: zhiyin.load.import no longer allows the import that was begun", run.number());
            return 0;
        }
        Runnable stage = stages(run).get(Math.toIntExact(done));
        with.withoutTransaction().executeWithoutResult(_ -> stage.run());
        return 1;
    }

    private void write(LoadRun run) {
        folder.clear();
        merges.forEach(merge -> merge.list().prepare());
        files.write(new ImportFiles.Surroundings(toldGraph.lend(), mark(run), run.at().toString(), with.tags().ids()));
        folder.tell(toldGraph.database(), files.written());
    }

    /** By this the graph says that it came of the files of this load and no other. */
    private static String mark(LoadRun run) {
        return "load %d of %s".formatted(run.number(), run.at());
    }

    private void fill(LoadRun run) {
        if (toldGraph.isFilledBy(mark(run))) {
            return;
        }
        if (!folder.isWhole()) {
            write(run);
        }
        if (!toldGraph.isEmpty()) {
            throw new ImportException(
                    "something was written to the graph that load %d was to fill from %s, and the import "
                            .formatted(run.number(), folder.path())
                            + "would replace it; empty the graph, or set zhiyin.load.import=never");
        }
        with.importer().orElseThrow(() -> ImportException.awaited(folder)).fill(folder.path());
        if (!toldGraph.isFilledBy(mark(run))) {
            throw new ImportException("the graph does not hold what was imported from " + folder.path());
        }
    }

    /** The importer leaves neither constraints nor indexes, and of the tags only their ids. */
    private void complete(LoadRun run) {
        with.migrations().apply();
        with.migrations().awaitIndexes();
        toldGraph.sign();
        with.tags().write(run.at().atOffset(ZoneOffset.UTC));
    }

    private void note() {
        merges.forEach(MergeWork::finish);
        files.forget();
    }

    @Override
    public void end(LoadRun run) {
        folder.delete();
    }
}
