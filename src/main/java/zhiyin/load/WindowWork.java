package zhiyin.load;

import zhiyin.staging.HistoryWindow;

/** Draws the line before which the graph only counts events, and counts what has to be counted anew. */
class WindowWork implements Work {

    private final HistoryWindow window;

    WindowWork(HistoryWindow window) {
        this.window = window;
    }

    @Override
    public String name() {
        return "window";
    }

    @Override
    public String unit() {
        return "events";
    }

    @Override
    public long begin(LoadRun run) {
        // even without an event there is a window
        return Math.max(1, window.count());
    }

    @Override
    public long slice(LoadRun run, long done) {
        window.draw(run.at());
        return begin(run);
    }

    @Override
    public void end(LoadRun run) {
        // its one slice is all
    }
}
