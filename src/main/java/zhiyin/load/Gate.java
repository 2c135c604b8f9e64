package zhiyin.load;

import java.util.List;

import org.springframework.batch.core.step.StepExecution;

import zhiyin.model.RecordKind;

/** What is looked at before a load does anything, whether it begins or goes on: room on the disk, and whose graph this is. */
class Gate {

    private final Room room;
    private final ToldGraph toldGraph;
    private final List<RecordKind> kinds;
    private long passed;

    Gate(Room room, ToldGraph toldGraph, List<RecordKind> kinds) {
        this.room = room;
        this.toldGraph = toldGraph;
        this.kinds = kinds;
    }

    /** Looks once for each time that a load is started. */
    synchronized void pass(StepExecution step, LoadRun run) {
        if (step.getJobExecutionId() != passed) {
            room.check(run);
            toldGraph.recognise(kinds);
            passed = step.getJobExecutionId();
        }
    }
}
