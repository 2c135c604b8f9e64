package zhiyin.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import static java.util.stream.Collectors.toMap;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the search index beside the graph, for those who compare the two. */
@Component
public class IndexCheck {

    private static final int PAGE = 2_000;
    private static final String PATIENCE = "5m";

    private final CustomerDocuments documents;
    private final SearchServer server;

    IndexCheck(CustomerDocuments documents, SearchServer server) {
        this.documents = documents;
        this.server = server;
    }

    /**
     * A customer of the graph and what search knows of it.
     *
     * @param id       of the customer
     * @param expected hash of the document that the graph gives
     * @param found    hash of the document that the index has; empty when it has none, null when the index has no document
     */
    public record Compared(String id, String expected, @Nullable String found) {}

    /** How many documents the index has. */
    public long documents() {
        server.call(client -> client.indices().refresh(shown -> shown.index(IndexMapping.ALIAS)));
        return server.call(client -> client.count(all -> all.index(IndexMapping.ALIAS))).count();
    }

    /** The customers of the graph that come next by id; empty when there are none left. */
    public List<Compared> next(String after) {
        return of(documents.idsAfter(after, PAGE));
    }

    /** Some customers, without those that the graph does not have. */
    public List<Compared> of(List<String> ids) {
        Map<String, String> expected = documents.of(ids).stream()
                .collect(toMap(CustomerDocument::id, CustomerDocument::hash));
        Map<String, String> found = hashes(ids);
        return ids.stream().filter(expected::containsKey)
                .map(id -> new Compared(id, Objects.requireNonNull(expected.get(id)), found.get(id))).toList();
    }

    /** Which of some customers the index has a document for. */
    public Set<String> present(List<String> ids) {
        return hashes(ids).keySet();
    }

    private Map<String, String> hashes(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        SearchResponse<Void> answer = server.call(client -> client.search(asked -> asked.index(IndexMapping.ALIAS)
                .query(any -> any.ids(some -> some.values(ids))).size(ids.size()).source(source -> source.fetch(false))
                .docvalueFields(field -> field.field("hash")), Void.class));
        Map<String, String> hashes = new HashMap<>();
        answer.hits().hits().forEach(hit -> hashes.put(id(hit), hash(hit)));
        return hashes;
    }

    private static String id(Hit<Void> hit) {
        return Objects.requireNonNull(hit.id());
    }

    private static String hash(Hit<Void> hit) {
        return hit.fields().containsKey("hash")
                ? String.valueOf(Objects.requireNonNull(hit.fields().get("hash")).to(List.class).getFirst())
                : "";
    }

    /** Hands over the ids of documents whose customer the graph does not have, some at a time. */
    public void strangers(Consumer<List<String>> visitor) {
        String reader = server.call(client -> client.openPointInTime(
                opened -> opened.index(IndexMapping.ALIAS).keepAlive(Time.of(time -> time.time(PATIENCE))))).id();
        try {
            List<Hit<Void>> hits = page(reader, List.of());
            while (!hits.isEmpty()) {
                List<String> strangers = new ArrayList<>(hits.stream().map(IndexCheck::id).toList());
                strangers.removeAll(documents.known(strangers));
                visitor.accept(strangers);
                hits = page(reader, hits.getLast().sort());
            }
        } finally {
            server.call(client -> client.closePointInTime(closed -> closed.id(reader)));
        }
    }

    private List<Hit<Void>> page(String reader, List<FieldValue> after) {
        return server.call(client -> client.search(SearchRequest.of(asked -> {
            asked.pit(point -> point.id(reader).keepAlive(Time.of(time -> time.time(PATIENCE)))).size(PAGE)
                    .source(source -> source.fetch(false))
                    .sort(sort -> sort.field(field -> field.field("_shard_doc").order(SortOrder.Asc)));
            return after.isEmpty() ? asked : asked.searchAfter(after);
        }), Void.class)).hits().hits();
    }
}
