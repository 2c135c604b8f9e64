package zhiyin.load;

import java.util.List;

import zhiyin.golden.GoldenRecords;
import zhiyin.identity.IdentityResolver;
import zhiyin.model.RecordKind;
import zhiyin.staging.Rejects;
import zhiyin.staging.Staging;

/** Decides who is whom, makes the golden customers, and refuses records that speak of somebody whom no source knows. */
class ResolveWork implements Work {

    private final Staging staging;
    private final IdentityResolver resolver;
    private final GoldenRecords golden;
    private final Rejects rejects;
    private final List<RecordKind> kinds;
    private final RejectStore store;
    private final Declarations declarations;

    ResolveWork(Staging staging, IdentityResolver resolver, GoldenRecords golden, Rejects rejects,
            List<RecordKind> kinds,
            RejectStore store, Declarations declarations) {
        this.staging = staging;
        this.resolver = resolver;
        this.golden = golden;
        this.rejects = rejects;
        this.kinds = kinds;
        this.store = store;
        this.declarations = declarations;
    }

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public String unit() {
        return "party records";
    }

    @Override
    public long begin(LoadRun run) {
        // even nobody is resolved, so that the tables of customers are there
        return Math.max(1, staging.number("SELECT count(*) FROM staged.\"Party\""));
    }

    @Override
    public long slice(LoadRun run, long done) {
        return resolver.resolve(staging).records();
    }

    @Override
    public void end(LoadRun run) {
        golden.make();
        kinds.forEach(kind -> rejects.noteUnknownReferences(kind, run.number()));
        store.replace(run.number(), rejects);
        declarations.heeded();
    }
}
