package zhiyin.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

import zhiyin.reindex.Reindexes;

@Command(name = "reindex", description = "Builds the search index anew from the graph beside the one that is searched, and ends. Goes on with a rebuild that was interrupted.", mixinStandardHelpOptions = true)
class ReindexCommand extends StartedHub {

    ReindexCommand(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() {
        return with(context -> switch (context.getBean(Reindexes.class).run(null)) {
            case Reindexes.Outcome.Completed completed -> ExitCode.OK;
            case Reindexes.Outcome.Busy busy -> told(
                    "A load or another rebuild is running. Wait for its end and try again.");
            case Reindexes.Outcome.Failed failed -> told(failed.message());
        });
    }
}
