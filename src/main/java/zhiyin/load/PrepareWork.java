package zhiyin.load;

import zhiyin.graph.GraphMigrations;
import zhiyin.search.CustomerIndex;
import zhiyin.tag.TagCatalogue;

/** Lays what must be there before anything is written: constraints and indexes, the tags, the search index. */
class PrepareWork implements Work {

    private final GraphMigrations migrations;
    private final TagCatalogue tags;
    private final CustomerIndex index;

    PrepareWork(GraphMigrations migrations, TagCatalogue tags, CustomerIndex index) {
        this.migrations = migrations;
        this.tags = tags;
        this.index = index;
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
            tags.write(run.at());
        } else {
            index.prepare();
        }
        return 1;
    }

    @Override
    public void end(LoadRun run) {
        // both are done
    }
}
