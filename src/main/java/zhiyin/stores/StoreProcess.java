package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One store's process, from its first sign of life to its end. */
final class StoreProcess {

    private static final Logger LOG = LoggerFactory.getLogger(StoreProcess.class);

    private static final long PAUSE_MILLISECONDS = 100;

    private final Store store;
    private final Place place;
    private final StoresProperties properties;
    private final Path identityFile;

    private @Nullable Process process;
    private volatile boolean stopping;
    private volatile boolean pausing;

    StoreProcess(Store store, Place place, StoresProperties properties) {
        this.store = store;
        this.place = place;
        this.properties = properties;
        this.identityFile = place.directory().resolve(store.key() + ".pid");
    }

    Store store() {
        return store;
    }

    /** Ends what an earlier hub left behind when it was killed. */
    void endOrphan() {
        ProcessIdentity.read(identityFile).flatMap(ProcessIdentity::running).ifPresent(orphan -> {
            LOG.info("{} still runs as process {} from a hub that was killed; it is stopped first", store.name(),
                    orphan.pid());
            end(orphan);
        });
    }

    /** Starts the store and returns when it answers. */
    void start() {
        long begin = System.nanoTime();
        prepare();
        Process launched = launch();
        if (launched != null) {
            awaitAnswer(launched, begin);
            Thread.ofVirtual().name("watch-" + store.key()).start(() -> reportDeath(launched.onExit().join()));
            LOG.info("{} {} is up on port {} after {} s", store.name(), store.version(), store.port(),
                    "%.1f".formatted((System.nanoTime() - begin) / 1e9));
        }
    }

    /** Stops the store, does something with its files, and starts it again whatever came of that. */
    void whileStopped(Runnable work) {
        pausing = true;
        running().ifPresent(this::end);
        try {
            work.run();
        } catch (RuntimeException failed) {
            startAfter(failed);
            throw failed;
        }
        pausing = false;
        start();
    }

    private void startAfter(RuntimeException failed) {
        pausing = false;
        try {
            start();
        } catch (RuntimeException another) {
            failed.addSuppressed(another);
        }
    }

    private synchronized Optional<ProcessHandle> running() {
        return Optional.ofNullable(process).map(Process::toHandle).filter(ProcessHandle::isAlive);
    }

    private void prepare() {
        Path folder = Folders.shared(place.folder(store.key()));
        Folders.shared(place.settings(store.key()));
        Folders.owned(place.scratch(store.key()), place.account());
        store.configure();
        Path data = place.data(store.key());
        if (Files.isDirectory(data)) {
            return;
        }
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        Folders.owned(fresh, place.account());
        store.create(fresh);
        try {
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new StoreException("The folder %s cannot be renamed to %s: %s.".formatted(fresh, data, failed),
                    "Make the folder %s writable.".formatted(folder), failed);
        }
    }

    private synchronized @Nullable Process launch() {
        if (stopping) {
            return null;
        }
        Path log = place.log(store.key());
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("console.previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(place.account().runs(store.command())).redirectErrorStream(true)
                    .redirectOutput(log.toFile()).directory(place.scratch(store.key()).toFile());
            builder.environment().keySet().retainAll(List.of("PATH"));
            builder.environment().put("HOME", place.scratch(store.key()).toString());
            // Elasticsearch does not start without it
            builder.environment().put("LIBFFI_TMPDIR", place.scratch(store.key()).toString());
            Process launched = builder.start();
            process = launched;
            ProcessIdentity.of(launched.toHandle(), place.folder(store.key()).toString()).write(identityFile);
            launched.getOutputStream().write(store.input());
            launched.getOutputStream().flush();
            return launched;
        } catch (IOException failed) {
            throw new StoreException("%s cannot be started: %s.".formatted(store.name(), failed),
                    "Make sure that its program and its log %s can be used.".formatted(log), failed);
        }
    }

    private void awaitAnswer(Process launched, long begin) {
        Duration limit = properties.startTimeout();
        while (!store.answers()) {
            if (stopping) {
                throw new StoreException("The hub was stopped while %s was starting.".formatted(store.name()),
                        "Start it again.");
            }
            if (!launched.isAlive()) {
                throw StoreFailures.died(store, place, launched.exitValue());
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw StoreFailures.late(store, place, limit.toSeconds());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreException("The start of the stores was interrupted.", "Start the hub again.", interrupted);
        }
    }

    private void reportDeath(Process dead) {
        if (!stopping && !pausing) {
            StoreException failure = StoreFailures.died(store, place, dead.exitValue());
            LOG.error("{} {}", failure.getMessage(), failure.remedy());
        }
    }

    void stop() {
        Optional<Process> running;
        synchronized (this) {
            stopping = true;
            running = Optional.ofNullable(process);
        }
        running.map(Process::toHandle).filter(ProcessHandle::isAlive).ifPresent(this::end);
        if (running.isPresent()) {
            Folders.delete(identityFile);
        }
    }

    private void end(ProcessHandle running) {
        ProcessHandle target = place.account().waits() ? running.children().findFirst().orElse(running) : running;
        ShortCommand.output(List.of("sh", "-c", "kill -%s %d".formatted(store.stopSignal(), target.pid())));
        try {
            running.onExit().get(properties.stopTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillRunning) {
            LOG.warn("{} did not stop within {} s and is killed", store.name(), properties.stopTimeout().toSeconds());
            target.destroyForcibly();
            running.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            target.destroyForcibly();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("Waiting for a process cannot fail", impossible);
        }
    }
}
