package zhiyin.load;

import java.util.List;

import zhiyin.staging.Delivery;
import zhiyin.staging.Landing;
import zhiyin.staging.Rejects;
import zhiyin.staging.Wanted;

/** Takes what the sources deliver into staging. */
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

    private List<Delivery> pending(LoadRun run) {
        LoadRequest request = run.request();
        LoadRequest.LoadPeriod period = request.period();
        return landing.pending(new Wanted(run.number(), request.feeds(), request.full(),
                period == null ? null : period.from(), period == null ? null : period.until()));
    }

    @Override
    public long slice(LoadRun run, long done) {
        List<Delivery> pending = pending(run);
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
