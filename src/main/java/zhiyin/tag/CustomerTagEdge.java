package zhiyin.tag;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.relay.Cursor;
import zhiyin.relay.Edge;

record CustomerTagEdge(String cursor, Tag node, @Nullable OffsetDateTime since) implements Edge<Tag> {

    static CustomerTagEdge of(Row tag) {
        Tag node = Tag.of(tag);
        return new CustomerTagEdge(Cursor.at("tags", node.category(), node.key()).encoded(), node,
                tag.optionalInstant("since"));
    }
}
