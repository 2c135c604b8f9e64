package zhiyin.load;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.BulkWriter;
import zhiyin.model.RecordKind;
import zhiyin.staging.RemovedRecords;

/** Takes records out of the graph that are no more: contacts given up, customers that turned out to be another. */
class RemoveWork implements Work {

    private static final int SLICE = 1_000;

    private final RecordKind kind;
    private final RemovedRecords records;
    private final BulkWriter graph;

    RemoveWork(RecordKind kind, RemovedRecords records, BulkWriter graph) {
        this.kind = kind;
        this.records = records;
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
        return records.count();
    }

    @Override
    public long slice(LoadRun run, long done) {
        @Nullable
        String statement = kind.removeStatement();
        List<Map<String, Object>> removed = records.next(SLICE);
        if (removed.isEmpty() || statement == null) {
            return 0;
        }
        graph.write(statement, removed, Map.of());
        records.forget(removed);
        return removed.size();
    }

    @Override
    public void end(LoadRun run) {
        // each slice closes itself
    }
}
