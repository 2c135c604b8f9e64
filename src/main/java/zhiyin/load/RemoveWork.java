package zhiyin.load;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.BulkWriter;
import zhiyin.model.RecordKind;
import zhiyin.staging.WorkList;

/** Takes records out of the graph that are no more: contacts given up, customers that turned out to be another. */
class RemoveWork implements Work {

    private static final int SLICE = 1_000;

    private final RecordKind kind;
    private final WorkList list;
    private final BulkWriter graph;

    RemoveWork(RecordKind kind, WorkList list, BulkWriter graph) {
        this.kind = kind;
        this.list = list;
        this.graph = graph;
    }

    @Override
    public String name() {
        return "remove " + kind.name();
    }

    @Override
    public String unit() {
        return "records";
    }

    @Override
    public long begin(LoadRun run) {
        return list.removedCount();
    }

    @Override
    public long slice(LoadRun run, long done) {
        @Nullable
        String statement = kind.removeStatement();
        List<Map<String, Object>> removed = list.removed(SLICE);
        if (removed.isEmpty() || statement == null) {
            return 0;
        }
        graph.write(statement, removed, Map.of());
        list.forget(removed);
        return removed.size();
    }

    @Override
    public void end(LoadRun run) {
        // each slice closes itself
    }
}
