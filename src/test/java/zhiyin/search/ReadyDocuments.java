package zhiyin.search;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.graph.Row;
import zhiyin.model.EventDocument;
import zhiyin.model.RecordKind;

/** What search holds, made ready for plain bulk requests. */
public final class ReadyDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private ReadyDocuments() {}

    /** How an index of customers is made that nobody searches yet. */
    public static String index() {
        return IndexMapping.BODY.replace("\"gc_deletes\": \"1h\"", "\"refresh_interval\": \"-1\"");
    }

    /** The same of the events of a kind. */
    public static String index(RecordKind events) {
        return EventMapping.names(events, 1).body().replace("\"gc_deletes\": \"1h\"", "\"refresh_interval\": \"-1\"");
    }

    /** Two lines of a bulk request. */
    public static String lines(EventDocument event) {
        return "{\"index\":{\"_id\":\"%s\"}}\n%s\n".formatted(EventIndex.key(event.id()), event.json());
    }

    /**
     * Two lines of a bulk request.
     *
     * @param customer what the graph answers of it: id, names, keys and numbers
     */
    public static String lines(Map<String, Object> customer) {
        CustomerDocument document = CustomerDocument.of(new Row(customer));
        return "{\"index\":{\"_id\":\"%s\"}}\n%s\n".formatted(document.id(),
                JSON.writeValueAsString(document.fields()));
    }
}
