package zhiyin.load;

import java.util.List;
import java.util.Map;

import zhiyin.graph.BulkWriter;
import zhiyin.graph.GraphImage;
import zhiyin.model.RecordKind;
import zhiyin.staging.LeavingRecords;

/** Takes records out of the graph that it keeps no longer: events that grew old, months without events. */
class LeaveWork implements Work {

    private final RecordKind kind;
    private final LeavingRecords leaving;
    private final BulkWriter graph;
    private final int lanes;
    private final int rowsOfALane;

    LeaveWork(RecordKind kind, LeavingRecords leaving, BulkWriter graph, int lanes, int rowsOfALane) {
        this.kind = kind;
        this.leaving = leaving;
        this.graph = graph;
        this.lanes = lanes;
        this.rowsOfALane = rowsOfALane;
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
        return leaving.count();
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<Map<String, Object>> rows = leaving.rows(done, lanes * rowsOfALane);
        if (!rows.isEmpty()) {
            graph.write(GraphImage.of(kind).remove(), rows, Map.of(), lanes);
        }
        return rows.size();
    }

    @Override
    public void end(LoadRun run) {
        leaving.finish();
    }
}
