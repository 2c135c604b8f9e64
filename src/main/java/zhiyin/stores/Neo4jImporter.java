package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import zhiyin.graph.GraphImporter;
import zhiyin.graph.ImportArguments;

/** Runs {@code neo4j-admin database import full} in Neo4j's place, with Neo4j's memory, and starts Neo4j on what came of it. */
final class Neo4jImporter implements GraphImporter {

    private static final Logger LOG = LoggerFactory.getLogger(Neo4jImporter.class);

    private final Neo4jStore store;
    private final StoreProcess neo4j;
    private final Path identityFile;
    private final Path log;
    private final ImportedDatabase database;

    private @Nullable Process process;
    private boolean stopping;

    Neo4jImporter(Neo4jStore store, StoreProcess neo4j) {
        this.store = store;
        this.neo4j = neo4j;
        Place place = store.place();
        identityFile = place.directory().resolve("neo4j-import.pid");
        log = place.folder(store.key()).resolve("import.log");
        database = new ImportedDatabase(place.folder(store.key()));
    }

    @Override
    public void fill(Path folder) {
        neo4j.whileStopped(() -> {
            long begin = System.nanoTime();
            prepare(folder);
            run();
            database.complete();
            LOG.info("Neo4j's importer has filled the graph in {} s",
                    "%.1f".formatted((System.nanoTime() - begin) / 1e9));
        });
    }

    private void prepare(Path folder) {
        Account account = store.place().account();
        database.begin(account);
        Path settings = Folders.shared(database.home().resolve("conf"));
        Folders.write(settings.resolve("neo4j.conf"), "server.directories.data=%s%n".formatted(database.data()));
        Folders.list(folder).forEach(file -> Folders.lend(file, database.files().resolve(file.getFileName()), account));
    }

    private void run() {
        try {
            Process importing = launch();
            int status = importing.waitFor();
            if (status != 0) {
                throw new StoreException("Neo4j's importer ended with status %d; the last lines of its log %s are:%n%s"
                        .formatted(status, log, StoreFailures.lastLines(log)),
                        "Remove the cause that the log names, then load again.");
            }
        } catch (IOException failed) {
            throw new StoreException("Neo4j's importer cannot be started: %s.".formatted(failed),
                    "Make sure that its log %s can be written.".formatted(log), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
            throw new StoreException("The import was interrupted.", "Start the hub again.", interrupted);
        } finally {
            Folders.delete(identityFile);
        }
    }

    private synchronized Process launch() throws IOException {
        if (stopping) {
            throw new StoreException("The hub was stopped before the import.", "Start it again.");
        }
        var builder = new ProcessBuilder(store.place().account().runs(command())).redirectErrorStream(true)
                .redirectOutput(log.toFile()).directory(database.files().toFile());
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().put("HOME", database.home().toString());
        builder.environment().put("NEO4J_HOME", database.home().toString());
        builder.environment().put("NEO4J_CONF", database.home().resolve("conf").toString());
        Process launched = builder.start();
        process = launched;
        ProcessIdentity.of(launched.toHandle(), database.home().toString()).write(identityFile);
        return launched;
    }

    private List<String> command() {
        return store.adminCommand(database.home(), List.of("database", "import", "full", "@" + ImportArguments.FILE,
                "--max-off-heap-memory=" + store.settings().pageCache().toMegabytes() + "m"));
    }

    /** Ends what an earlier hub left behind when it was killed. */
    void endOrphan() {
        ProcessIdentity.read(identityFile).flatMap(ProcessIdentity::running).ifPresent(orphan -> {
            LOG.info("Neo4j's importer still runs as process {} from a hub that was killed; it is stopped first",
                    orphan.pid());
            end(orphan);
        });
    }

    /** Ends the import under way, and lets no other begin. */
    synchronized void stop() {
        stopping = true;
        Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive).ifPresent(this::end);
    }

    /** Its work is lost in any case, so there is nothing to wait for. */
    private void end(ProcessHandle running) {
        ProcessHandle target = store.place().account().waits()
                ? running.children().findFirst().orElse(running)
                : running;
        target.destroyForcibly();
        running.onExit().join();
    }
}
