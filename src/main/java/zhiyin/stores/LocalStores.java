package zhiyin.stores;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import zhiyin.graph.GraphImporter;

/** The three stores of one data folder: started together, stopped together. */
final class LocalStores implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStores.class);

    private static final String NEO4J_VERSION = "2026.08.1";
    private static final String ELASTICSEARCH_VERSION = "9.5.3";
    private static final String POSTGRESQL_VERSION = "18.6.0";

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("store-", 1).factory());
    private final FolderLock lock;
    private final Credentials credentials;
    private final Neo4jStore neo4j;
    private final ElasticsearchStore elasticsearch;
    private final PostgresqlStore postgresql;
    private final List<StoreProcess> processes;
    private final Neo4jImporter importer;
    private final List<CompletableFuture<Void>> starts = new ArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private boolean closed;

    private LocalStores(StoresProperties properties, Place place, FolderLock lock) {
        this.lock = lock;
        credentials = Credentials.in(place.directory());
        neo4j = new Neo4jStore(place, NEO4J_VERSION, properties.neo4j(), credentials.neo4j());
        elasticsearch = new ElasticsearchStore(place, ELASTICSEARCH_VERSION, properties.elasticsearch(),
                credentials.elasticsearch());
        postgresql = new PostgresqlStore(place, POSTGRESQL_VERSION, properties.postgresql(), credentials.postgresql());
        processes = List.of(neo4j, elasticsearch, postgresql).stream()
                .map(store -> new StoreProcess(store, place, properties)).toList();
        importer = new Neo4jImporter(neo4j, processes.getFirst());
    }

    /** Checks what can be checked, then starts all three; returns before they are up. */
    static LocalStores start(StoresProperties properties, Path directory) {
        return start(properties, directory, false);
    }

    /** The same with empty stores, whatever an earlier run left in the folder. */
    static LocalStores startAnew(StoresProperties properties, Path directory) {
        return start(properties, directory, true);
    }

    private static LocalStores start(StoresProperties properties, Path directory, boolean anew) {
        Path folder = Folders.shared(directory.toAbsolutePath().normalize());
        FolderLock lock = FolderLock.on(folder);
        try {
            Account account = Account.choose(properties.user());
            Place place = Places.find(properties.home(), folder, account, List.of("neo4j-" + NEO4J_VERSION,
                    "elasticsearch-" + ELASTICSEARCH_VERSION, "postgresql-" + POSTGRESQL_VERSION));
            var stores = new LocalStores(properties, place, lock);
            stores.launch(properties, place, anew);
            return stores;
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private void launch(StoresProperties properties, Place place, boolean anew) {
        importer.endOrphan();
        await(CompletableFuture.allOf(processes.stream()
                .map(process -> CompletableFuture.runAsync(process::endOrphan, threads))
                .toArray(CompletableFuture[]::new)));
        if (anew) {
            processes.forEach(process -> Folders.delete(place.folder(process.store().key())));
        }
        Capacity.require(properties.memory(), properties.minimumDisk(), place.directory());
        processes.forEach(process -> Ports.requireFree(process.store()));
        LOG.info("Neo4j, Elasticsearch and PostgreSQL are started by the user {} with their files in {}",
                place.account().name(), place.directory());
        processes.forEach(process -> starts.add(CompletableFuture.runAsync(() -> start(process), threads)));
    }

    private void start(StoreProcess process) {
        try {
            process.start();
        } catch (RuntimeException failed) {
            failure.completeExceptionally(failed);
            throw failed;
        }
    }

    /** The graph, once it is up. */
    Neo4jStore neo4j() {
        awaitStart(neo4j);
        return neo4j;
    }

    /** The search index, once it is up. */
    ElasticsearchStore elasticsearch() {
        awaitStart(elasticsearch);
        return elasticsearch;
    }

    /** The relational store, once it is up. */
    PostgresqlStore postgresql() {
        awaitStart(postgresql);
        return postgresql;
    }

    /** What fills the graph at once. */
    GraphImporter importer() {
        return importer;
    }

    /** Waits for one store, and no longer than until any of them fails. */
    private void awaitStart(Store store) {
        for (int number = 0; number < processes.size(); number++) {
            if (processes.get(number).store().equals(store)) {
                await(CompletableFuture.anyOf(starts.get(number), failure));
            }
        }
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof StoreException told ? told : failed;
        }
    }

    /** Stops what runs, all at once, and lets the folder go. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        importer.stop();
        long begin = System.nanoTime();
        List<CompletableFuture<@Nullable Void>> stops = new ArrayList<>();
        processes.forEach(process -> stops.add(CompletableFuture.runAsync(process::stop, threads)));
        stops.forEach(CompletableFuture::join);
        threads.close();
        lock.close();
        LOG.info("The stores have stopped after {} s", "%.1f".formatted((System.nanoTime() - begin) / 1e9));
    }
}
