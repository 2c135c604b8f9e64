package zhiyin.load;

import java.util.List;

import zhiyin.source.FeedSelection;
import zhiyin.staging.Landing;
import zhiyin.staging.Landing.PendingFile;
import zhiyin.staging.Rejects;

/** Takes the files of the sources into staging. */
class LandWork implements Work {

    private final Landing landing;
    private final Rejects rejects;
    private final RejectStore store;

    LandWork(Landing landing, Rejects rejects, RejectStore store) {
        this.landing = landing;
        this.rejects = rejects;
        this.store = store;
    }

    @Override
    public String name() {
        return "land";
    }

    @Override
    public String unit() {
        return "files";
    }

    @Override
    public long begin(LoadRun run) {
        return pending(run).size();
    }

    private List<PendingFile> pending(LoadRun run) {
        FeedSelection feeds = run.request().feeds();
        return run.request().full() ? landing.notLandedIn(run.number(), feeds) : landing.pending(feeds);
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<PendingFile> pending = pending(run);
        if (pending.isEmpty()) {
            return 0;
        }
        landing.land(pending.getFirst(), run.number(), run.at());
        return 1;
    }

    @Override
    public void end(LoadRun run) {
        store.replace(run.number(), rejects);
    }
}
