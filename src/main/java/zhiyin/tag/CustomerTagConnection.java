package zhiyin.tag;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.relay.Connection;
import zhiyin.relay.Cursor;
import zhiyin.relay.Edge;
import zhiyin.relay.PageInfo;
import zhiyin.relay.PageRequest;

/** A page of the tags of a customer, each with since when. Its name tells the API that it is a connection already. */
record CustomerTagConnection(List<CustomerTagEdge> edges, PageInfo pageInfo, int totalCount) {

    record CustomerTagEdge(String cursor, Tag node, @Nullable OffsetDateTime since, Trace trace)
            implements
                Edge<Tag>,
                Traced {

        static CustomerTagEdge of(Row tag) {
            Tag node = Tag.of(tag);
            return new CustomerTagEdge(Cursor.at("tags", node.category(), node.key()).encoded(), node,
                    tag.optionalInstant("since"), Trace.of(tag));
        }
    }

    static CustomerTagConnection of(List<Row> found, PageRequest page, int totalCount) {
        List<CustomerTagEdge> edges = found.stream().limit(page.first()).map(CustomerTagEdge::of).toList();
        return new CustomerTagConnection(edges, Connection.pageInfo(edges, found.size(), page), totalCount);
    }

    /** The tags without since when. */
    public List<Tag> nodes() {
        return edges.stream().map(CustomerTagEdge::node).toList();
    }
}
