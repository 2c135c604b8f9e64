package zhiyin.customer;

import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;

/** What hangs on customers: how to reach them, and the records that they are made of. */
@Component
class ProfileStore {

    private static final String CONTACTS_OF = """
            UNWIND $customers AS id
            CALL (id) {
              MATCH (:Customer {id: id})-[has:HAS_CONTACT]->(medium)
              WITH medium, coalesce(has.preferred, false) AS preferred
              ORDER BY preferred DESC, medium.type, medium.value
              RETURN collect({type: medium.type, value: medium.value, preferred: preferred}) AS items
            }
            RETURN id, items
            """;

    private static final String RECORDS_OF = """
            UNWIND $customers AS id
            CALL (id) {
              MATCH (:Customer {id: id})<-[resolved:RESOLVED_TO]-(record:SourceRecord)
              WITH record, resolved ORDER BY record.source, record.feed, record.key
              RETURN collect(record {.source, .feed, .key, .firstSeen, .lastSeen, .deletedAt, .origin, .closedBy,
                                     rule: resolved.rule}) AS items
            }
            RETURN id, items
            """;

    private final Graph graph;

    ProfileStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, List<ContactMedium>> contactsOf(List<String> customers) {
        return graph.rows(CONTACTS_OF, Map.of("customers", customers)).stream().collect(
                toMap(row -> row.text("id"), row -> row.rows("items").stream()
                        .map(medium -> ContactMedium.of(row.text("id"), medium)).toList()));
    }

    Map<String, List<SourceRecord>> recordsOf(List<String> customers) {
        return graph.rows(RECORDS_OF, Map.of("customers", customers)).stream()
                .collect(toMap(row -> row.text("id"), row -> records(row)));
    }

    private static List<SourceRecord> records(Row row) {
        return row.rows("items").stream().map(SourceRecord::of).toList();
    }
}
