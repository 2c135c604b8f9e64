package zhiyin.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import co.elastic.clients.transport.rest5_client.low_level.Request;

import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.model.EventDocument;
import zhiyin.search.BulkIndexer.Outcome;

/**
 * A bulk request of events. Their documents come as text and go as text, and of the answer only the statuses are read: with the
 * client's own operations each event costs the hub several times as much.
 */
class EventBulk {

    private static final ContentType LINES = ContentType.create("application/x-ndjson", StandardCharsets.UTF_8);
    private static final String SEVERAL = "/_bulk?require_alias=true&filter_path=items.*.status,items.*.error.type";

    private final SearchServer server;
    private final String alias;

    EventBulk(SearchServer server, String alias) {
        this.server = server;
        this.alias = alias;
    }

    List<Outcome> send(List<EventDocument> events) {
        Request request = new Request("POST", "/" + alias + SEVERAL);
        request.setEntity(new ByteArrayEntity(lines(events), LINES));
        return server.raw(request, answer -> outcomes(events, answer));
    }

    private static byte[] lines(List<EventDocument> events) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (EventDocument event : events) {
            write(lines, event.json() == null ? "{\"delete\":{\"_id\":\"" : "{\"index\":{\"_id\":\"");
            lines.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(EventIndex.key(event.id())));
            write(lines, "\",\"version\":" + event.version() + ",\"version_type\":\"external_gte\"}}\n");
            if (event.json() != null) {
                write(lines, event.json());
                lines.write('\n');
            }
        }
        return lines.toByteArray();
    }

    private static void write(ByteArrayOutputStream lines, String text) {
        lines.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Outcome> outcomes(List<EventDocument> events, InputStream answer) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode item : JsonMapper.shared().readTree(answer).path("items")) {
            JsonNode outcome = Objects.requireNonNull(item.values().iterator().next());
            outcomes.add(new Outcome(events.get(outcomes.size()).id(), outcome.path("status").asInt(),
                    outcome.has("error") ? outcome.path("error").path("type").asString() : null));
        }
        return outcomes;
    }
}
