package zhiyin.load;

import java.util.List;
import java.util.Map;
import java.time.ZoneOffset;

import zhiyin.graph.BulkWriter;
import zhiyin.model.RecordKind;
import zhiyin.staging.WorkList;

/** Brings what changed of one kind of record into the graph. */
class MergeWork implements Work {

    private final RecordKind kind;
    private final WorkList list;
    private final BulkWriter graph;
    private final int lanes;
    private final int rowsOfALane;
    private final boolean touchesSearch;

    MergeWork(RecordKind kind, WorkList list, BulkWriter graph, int lanes, int rowsOfALane, boolean touchesSearch) {
        this.kind = kind;
        this.list = list;
        this.graph = graph;
        this.lanes = lanes;
        this.rowsOfALane = rowsOfALane;
        this.touchesSearch = touchesSearch;
    }

    @Override
    public String name() {
        return "merge " + kind.name();
    }

    @Override
    public String unit() {
        return "records";
    }

    @Override
    public long begin(LoadRun run) {
        return list.prepare();
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<Map<String, Object>> rows = list.rows(done, lanes * rowsOfALane);
        if (rows.isEmpty()) {
            return 0;
        }
        graph.write(kind.mergeStatement(), rows, Map.of("at", run.at().atZone(ZoneOffset.UTC)), lanes(rows));
        return rows.size();
    }

    /** A record that leaves its customer for another touches both, in no order that could keep lanes apart. */
    private int lanes(List<Map<String, Object>> rows) {
        return rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.get("moved"))) ? 1 : lanes;
    }

    @Override
    public void end(LoadRun run) {
        finish();
    }

    RecordKind kind() {
        return kind;
    }

    WorkList list() {
        return list;
    }

    /** Notes that the graph was told of all of the list, unless that was noted before. */
    void finish() {
        if (list.isPrepared()) {
            list.finish(touchesSearch);
        }
    }
}
