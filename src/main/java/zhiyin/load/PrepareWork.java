package zhiyin.load;

import java.time.ZoneOffset;

import zhiyin.graph.GraphMigrations;
import zhiyin.search.CustomerIndex;
import zhiyin.staging.TouchedCustomers;
import zhiyin.tag.TagCatalogue;

/** Lays what must be there before anything is written: constraints and indexes, the tags, the search index. */
class PrepareWork implements Work {

    private final GraphMigrations migrations;
    private final TagCatalogue tags;
    private final CustomerIndex index;
    private final TouchedCustomers touched;
    private final Declarations declarations;

    PrepareWork(GraphMigrations migrations, TagCatalogue tags, CustomerIndex index,
            TouchedCustomers touched, Declarations declarations) {
        this.migrations = migrations;
        this.tags = tags;
        this.index = index;
        this.touched = touched;
        this.declarations = declarations;
    }

    @Override
    public String name() {
        return "prepare";
    }

    @Override
    public String unit() {
        return "stores";
    }

    @Override
    public long begin(LoadRun run) {
        return 2;
    }

    @Override
    public long slice(LoadRun run, long done) {
        if (done == 0) {
            migrations.apply();
            declarations.readTags();
            tags.write(run.at().atOffset(ZoneOffset.UTC));
        } else if (index.prepare()) {
            touched.noteAll();
        }
        return 1;
    }

    @Override
    public void end(LoadRun run) {
        // both are done
    }
}
