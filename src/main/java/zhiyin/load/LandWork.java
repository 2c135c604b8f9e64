package zhiyin.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.model.RecordKind;
import zhiyin.reject.RejectStore;
import zhiyin.staging.Accounts;
import zhiyin.staging.Delivery;
import zhiyin.staging.Judge;
import zhiyin.staging.Landing;
import zhiyin.staging.Rejects;
import zhiyin.staging.Vanished;

/** Takes what the sources deliver into staging, and lets the load go on only when it is fit for it. */
class LandWork implements Work {

    private final Landed landed;
    private final List<RecordKind> kinds;
    private final RejectStore store;
    private final AccountStore accountStore;
    private final Tolerated tolerated;
    private final Duration keptFor;

    /** What the work is done with, all of one staging. */
    record Landed(Landing landing, Vanished vanished, Rejects rejects, Accounts accounts, Judge judge) {}

    LandWork(Landed landed, List<RecordKind> kinds, RejectStore store, AccountStore accountStore, Tolerated tolerated,
            Duration keptFor) {
        this.landed = landed;
        this.kinds = kinds;
        this.store = store;
        this.accountStore = accountStore;
        this.tolerated = tolerated;
        this.keptFor = keptFor;
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
    public boolean isOpenEnded() {
        return true;
    }

    @Override
    public long begin(LoadRun run) {
        return pending(run).size();
    }

    private List<Delivery> pending(LoadRun run) {
        return isReplay(run) ? landed.landing().corrected(run.wanted()) : landed.landing().pending(run.wanted());
    }

    private static boolean isReplay(LoadRun run) {
        return run.request().trigger() == LoadTrigger.REPLAY;
    }

    @Override
    public long slice(LoadRun run, long done) {
        Optional<Delivery> next = isReplay(run)
                ? pending(run).stream().findFirst()
                : landed.landing().next(run.wanted());
        next.ifPresent(delivery -> landed.landing().land(delivery, run.number(), run.at()));
        return next.isPresent() ? 1 : 0;
    }

    @Override
    public void end(LoadRun run) {
        boolean isTolerated = run.request().tolerate() || tolerated.includes(run.number());
        List<String> stops = new ArrayList<>(landed.vanished().close(run.request().feeds(), run.number(), run.at(),
                isTolerated));
        kinds.forEach(kind -> landed.rejects().noteUnknownReferences(kind, run.number()));
        landed.landing().keepUnknown(run.number());
        stops.addAll(isReplay(run)
                ? landed.judge().refused(run.request().feeds(), run.number())
                : landed.judge().judge(run.request().feeds(), run.number(), Instant.now()));
        store.replace(run.number(), landed.rejects());
        store.forget(keptFor);
        accountStore.replace(run.number(), landed.accounts());
        landed.accounts().files(run.number()).stream().filter(file -> !file.isEven()).findFirst().ifPresent(uneven -> {
            throw new IllegalStateException("The account of %s does not add up: %s".formatted(uneven.file(), uneven));
        });
        if (!stops.isEmpty() && !isTolerated) {
            throw new UnfitDeliveryException(stops);
        }
        if (!isReplay(run)) {
            landed.accounts().remember(run.number());
        }
    }
}
