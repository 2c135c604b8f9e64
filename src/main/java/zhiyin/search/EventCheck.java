package zhiyin.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.model.EventDocument;

/** Reads an index of events, for those who compare it with what it was told. */
public class EventCheck {

    private static final int PAGE = 2_000;
    private static final String PATIENCE = "5m";

    private final String alias;
    private final SearchServer server;

    EventCheck(String alias, SearchServer server) {
        this.alias = alias;
        this.server = server;
    }

    /** How many events it has. */
    public long documents() {
        server.call(client -> client.indices().refresh(shown -> shown.index(alias)));
        return server.call(client -> client.count(all -> all.index(alias))).count();
    }

    /** A document of the index as what compares with another. */
    public static Map<String, Object> content(EventDocument event) {
        return content(JsonMapper.shared().readTree(Objects.requireNonNull(event.json(), event.id())));
    }

    private static Map<String, Object> content(JsonNode document) {
        Map<String, Object> content = new HashMap<>();
        document.properties().forEach(
                property -> content.put(property.getKey(), property.getValue().toString()));
        return content;
    }

    /** What it has of some events, by id. */
    public Map<String, Map<String, Object>> found(List<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Map<String, Object>> found = new HashMap<>();
        List<String> keys = ids.stream().map(EventIndex::key).toList();
        Map<String, String> byKey = new HashMap<>();
        ids.forEach(id -> byKey.put(EventIndex.key(id), id));
        server.call(client -> client.search(asked -> asked.index(alias).query(any -> any.ids(some -> some.values(keys)))
                .size(keys.size()), JsonNode.class)).hits().hits()
                .forEach(hit -> found.put(Objects.requireNonNull(byKey.get(hit.id())), content(source(hit))));
        return found;
    }

    private static JsonNode source(Hit<JsonNode> hit) {
        return Objects.requireNonNull(hit.source());
    }

    /** Hands over the ids of all its events, some at a time; of a document that is none, what it is called. */
    public void each(Consumer<List<String>> visitor) {
        String reader = server.call(client -> client.openPointInTime(
                opened -> opened.index(alias).keepAlive(Time.of(time -> time.time(PATIENCE))))).id();
        try {
            List<Hit<Void>> hits = page(reader, List.of());
            while (!hits.isEmpty()) {
                visitor.accept(hits.stream().map(EventCheck::id).toList());
                hits = page(reader, hits.getLast().sort());
            }
        } finally {
            server.call(client -> client.closePointInTime(closed -> closed.id(reader)));
        }
    }

    private static String id(Hit<Void> hit) {
        String key = Objects.requireNonNull(hit.id());
        return Optional.ofNullable(hit.fields().get("id")).map(ids -> String.valueOf(ids.to(List.class).getFirst()))
                .filter(id -> EventIndex.key(id).equals(key)).orElse(key);
    }

    private List<Hit<Void>> page(String reader, List<FieldValue> after) {
        return server.call(client -> client.search(SearchRequest.of(asked -> {
            asked.pit(point -> point.id(reader).keepAlive(Time.of(time -> time.time(PATIENCE)))).size(PAGE)
                    .source(source -> source.fetch(false)).docvalueFields(field -> field.field("id"))
                    .sort(sort -> sort.field(field -> field.field("_shard_doc").order(SortOrder.Asc)));
            return after.isEmpty() ? asked : asked.searchAfter(after);
        }), Void.class)).hits().hits();
    }
}
