package zhiyin.load;

import zhiyin.golden.Affected;
import zhiyin.golden.GoldenRecords;
import zhiyin.identity.IdentityResolver;
import zhiyin.staging.Staging;

/** Decides who is whom and makes the golden customers. */
class ResolveWork implements Work {

    private final Staging staging;
    private final IdentityResolver resolver;
    private final Affected affected;
    private final GoldenRecords golden;
    private final Declarations declarations;

    ResolveWork(Staging staging, IdentityResolver resolver, Affected affected, GoldenRecords golden,
            Declarations declarations) {
        this.staging = staging;
        this.resolver = resolver;
        this.affected = affected;
        this.golden = golden;
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
        boolean isAnew = declarations.rulesChanged() || !staging.hasTable("main", "assignment");
        staging.together(() -> resolve(isAnew));
        golden.make(isAnew);
        return begin(run);
    }

    private void resolve(boolean isAnew) {
        affected.begin();
        if (isAnew || affected.arePartiesUntold()) {
            resolver.resolve(staging);
        }
        affected.find();
    }

    @Override
    public void end(LoadRun run) {
        declarations.heeded();
    }
}
