package zhiyin.load;

import java.util.List;

import zhiyin.model.EventDocument;
import zhiyin.model.RecordKind;
import zhiyin.search.EventIndex;
import zhiyin.staging.EventList;

/** Brings the events that changed into search, which keeps all of them. */
class EventWork implements Work {

    private final RecordKind kind;
    private final EventList list;
    private final EventIndex index;

    EventWork(RecordKind kind, EventList list, EventIndex index) {
        this.kind = kind;
        this.list = list;
        this.index = index;
    }

    @Override
    public String name() {
        return "index " + kind.name();
    }

    @Override
    public String unit() {
        return "records";
    }

    @Override
    public long begin(LoadRun run) {
        if (index.prepare()) {
            list.noteAll();
        }
        return list.prepare(index.version());
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<EventDocument> events = list.next(done, EventIndex.SLICE, EventIndex.SLICE_BYTES);
        index.write(events);
        return events.size();
    }

    @Override
    public void end(LoadRun run) {
        list.finish();
        index.publish();
    }
}
