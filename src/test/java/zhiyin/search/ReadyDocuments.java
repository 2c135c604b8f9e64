package zhiyin.search;

import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.graph.Row;

/** What search holds, made ready for plain bulk requests. */
public final class ReadyDocuments {

    private static final JsonMapper JSON = new JsonMapper();

    private ReadyDocuments() {}

    /** How an index of customers is made that nobody searches yet. */
    public static String index() {
        return IndexMapping.BODY.replace("\"gc_deletes\": \"1h\"", "\"refresh_interval\": \"-1\"");
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
