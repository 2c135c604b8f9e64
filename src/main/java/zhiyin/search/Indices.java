package zhiyin.search;

import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The indices of one sort of documents: the one that readers search, and those that are filled to take its place. */
@Component
class Indices {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.search");

    /** How long a search that began before another index took its place may still read the one before. */
    private static final Duration LAST_READERS = Duration.ofSeconds(2);

    /** While nobody searches an index: what is written is not made searchable bit by bit, and not copied yet. */
    private static final String FILLING = """
            {"index": {"refresh_interval": "-1", "auto_expand_replicas": "false", "number_of_replicas": "0"}}
            """;

    /** For an index that is searched. */
    private static final String SEARCHED = """
            {"index": {"refresh_interval": "1s", "auto_expand_replicas": "0-1"}}
            """;

    private final SearchServer server;
    private final IndexNames names;

    /** The indices of customers. */
    @Autowired
    Indices(SearchServer server) {
        this(server, IndexMapping.NAMES);
    }

    Indices(SearchServer server, IndexNames names) {
        this.server = server;
        this.names = names;
    }

    /** The index of this version that readers search; empty when they search another version's or none. */
    Optional<String> searched() {
        return behind(names.alias()).filter(index -> names.build(index) > 0);
    }

    /** The index that an alias stands for. */
    Optional<String> behind(String alias) {
        boolean isThere = server.call(client -> client.indices().existsAlias(asked -> asked.name(alias))).value();
        return isThere
                ? server.call(client -> client.indices().getAlias(asked -> asked.name(alias))).aliases().keySet()
                        .stream().findFirst()
                : Optional.empty();
    }

    /** The names to write by: the usual one, and that of an index that is built meanwhile. */
    List<String> written() {
        return Stream.of(names.writing(), names.building())
                .filter(alias -> alias.equals(names.writing()) || behind(alias).isPresent()).toList();
    }

    /** Makes an empty index that nobody searches, under an alias to fill it by. What the alias stood for before is dropped. */
    String make(String alias) {
        String index = names.index(all().stream().mapToInt(names::build).max().orElse(0) + 1);
        behind(alias).ifPresent(this::drop);
        server.call(client -> client.indices()
                .create(made -> made.index(index).withJson(new StringReader(names.body()))));
        settings(index, FILLING);
        server.call(client -> client.indices().putAlias(put -> put.index(index).name(alias)));
        LOG.info("Made the search index {}", index);
        return index;
    }

    /** Makes everything that was written to an index visible to those who search it. */
    void refresh(String index) {
        server.call(client -> client.indices().refresh(shown -> shown.index(index)));
    }

    /** Lets readers and writers go over to an index, all in one moment, and drops those that are of no use any more. */
    void show(String index) {
        settings(index, SEARCHED);
        refresh(index);
        List<String> former = all().stream().filter(name -> !name.equals(index)).toList();
        server.call(client -> client.indices().updateAliases(changes -> {
            changes.actions(change -> change.remove(all -> all.index(names.all())
                    .aliases(names.alias(), names.writing()).mustExist(false)));
            changes.actions(change -> change.add(
                    add -> add.index(index).aliases(names.alias(), names.writing())));
            return changes.actions(change -> change.remove(
                    gone -> gone.index(index).alias(names.building()).mustExist(false)));
        }));
        if (!former.isEmpty()) {
            LOG.info("The search index {} took the place of {}", index, former);
        }
        dropUnused();
    }

    /** Drops the indices that are neither searched nor filled. */
    void dropUnused() {
        Set<String> used = names.aliases().stream().flatMap(alias -> behind(alias).stream()).collect(toSet());
        List<String> unused = all().stream().filter(index -> !used.contains(index)).toList();
        if (!unused.isEmpty()) {
            awaitLastReaders();
            unused.forEach(this::drop);
        }
    }

    /**
     * Lets readers see everything that was written. Where they still search an index of another version, the one of this version
     * takes its place and the others are dropped.
     */
    void publish() {
        Optional<String> searched = searched();
        if (searched.isPresent()) {
            refresh(searched.get());
            dropUnused();
        } else {
            behind(names.writing()).ifPresent(this::show);
        }
    }

    private void drop(String index) {
        server.call(client -> client.indices().delete(left -> left.index(index).ignoreUnavailable(true)));
    }

    private void settings(String index, String settings) {
        server.call(client -> client.indices()
                .putSettings(put -> put.index(index).withJson(new StringReader(settings))));
    }

    private List<String> all() {
        return List.copyOf(server.call(client -> client.indices().get(named -> named.index(names.all())))
                .indices().keySet());
    }

    private static void awaitLastReaders() {
        try {
            Thread.sleep(LAST_READERS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while an index was replaced; start it again to go on", stopped);
        }
    }
}
