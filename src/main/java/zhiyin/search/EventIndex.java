package zhiyin.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import zhiyin.model.EventDocument;
import zhiyin.model.RecordKind;

/** The index of the events of a kind, as loads and rebuilds fill it: all events, whole. */
public class EventIndex {

    /** How many events are worth one call of {@link #write}. */
    public static final int SLICE = 10_000;
    /** How long the documents of one call should be together. */
    public static final long SLICE_BYTES = 8_000_000;

    private static final int LANES = 2;
    /** The search server takes no longer ids. */
    private static final int LONGEST_ID = 512;

    private final RecordKind kind;
    private final IndexNames names;
    private final SearchServer server;
    private final Indices indices;
    private final BulkIndexer indexer;
    private final IndexVersions versions;

    EventIndex(RecordKind kind, IndexNames names, SearchServer server, BulkIndexer indexer, IndexVersions versions) {
        this.kind = kind;
        this.names = names;
        this.server = server;
        this.indices = new Indices(server, names);
        this.indexer = indexer;
        this.versions = versions;
    }

    /** The name that readers search the events of a kind by: {@code zhiyin-party-interactions} for PartyInteraction. */
    public static String alias(String kind) {
        return "zhiyin" + kind.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + "s";
    }

    RecordKind kind() {
        return kind;
    }

    boolean isCurrent() {
        return indices.searched().isPresent();
    }

    /** A version greater than all before. To be taken before the events are read. */
    public long version() {
        return versions.next();
    }

    /**
     * Makes the index of this version beside the one that readers search, where they do not search it already. They go on with
     * theirs until {@link #publish()}.
     *
     * @return whether the index is new: then it is empty, and every event is to be written
     */
    public boolean prepare() {
        if (isCurrent()) {
            return false;
        }
        indices.make(names.writing());
        return true;
    }

    /** Writes events, two requests at a time, also into an index that is built meanwhile. May be repeated. */
    public void write(List<EventDocument> events) {
        write(events, indices.written());
    }

    /** Lets readers see everything that was written. */
    public void publish() {
        indices.publish();
    }

    /** Begins an empty index beside the one that readers search, and answers its name. */
    public String begin() {
        return indices.make(names.building());
    }

    /** The index that was begun, while it has not taken its place. */
    public boolean isUnderWay(String index) {
        return indices.behind(names.building()).filter(index::equals).isPresent();
    }

    /** Writes events into the index that was begun. */
    public void fill(List<EventDocument> events) {
        write(events, List.of(names.building()));
    }

    /** Lets readers go over to the index that was begun and drops the one before. Nobody may be writing at that moment. */
    public void finish(String index) {
        indices.show(index);
    }

    /** Reads it for people. */
    public EventSearch search() {
        return new EventQueries(kind, names.alias(), server);
    }

    /** Reads it for those who compare. */
    public EventCheck check() {
        return new EventCheck(names.alias(), server);
    }

    private void write(List<EventDocument> events, List<String> aliases) {
        int length = Math.max(1, Math.ceilDiv(events.size(), LANES));
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> parts = new ArrayList<>();
            for (int from = 0; from < events.size(); from += length) {
                List<EventDocument> part = events.subList(from, Math.min(events.size(), from + length));
                parts.add(lanes.submit(() -> aliases
                        .forEach(alias -> indexer.send(part, new EventBulk(server, alias)::send))));
            }
            parts.forEach(Awaited::of);
        }
    }

    /** What the search server calls an event: its id, or for one with a very long id what can be made of it. */
    static String key(String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST_ID) {
            return id;
        }
        return "sha256:" + HexFormat.of().formatHex(Sha256.digest().digest(bytes));
    }
}
