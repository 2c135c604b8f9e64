package zhiyin.tag;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Cypher;
import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.relay.PageRequest;

@Component
class TagStore {

    // Two records may say the same mark of a customer: it is one tag, carried since the earlier of the two.
    private static final String TAGS_OF = """
            UNWIND $customers AS customer
            OPTIONAL MATCH (owner:Customer {id: customer})
            CALL (owner) {
              MATCH (owner)-[tagged:TAGGED]->(tag)
              WITH tag, tagged ORDER BY tagged.since
              WITH tag, head(collect(tagged {.since, .origin})) AS earliest ORDER BY tag.category, tag.key
              RETURN collect(tag {.*, since: earliest.since, origin: earliest.origin}) AS tags
            }
            WITH customer, tags, [tag IN tags
              WHERE $after = [] OR tag.category > $after[0] OR tag.category = $after[0] AND tag.key > $after[1]
            ] AS rest
            RETURN customer, rest[..$limit] AS tags, size(tags) AS total
            """;

    private static final String MERGE_CATALOGUE = Cypher.statement(TagStore.class, "merge-catalogue");

    private final Graph graph;

    TagStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, CustomerTagConnection> tagsOf(List<String> customers, PageRequest page) {
        Map<String, Object> parameters = Map.of("customers", customers, "limit", page.limit(), "after",
                page.afterKeys("tags", Function.identity(), Function.identity()));
        return graph.rows(TAGS_OF, parameters).stream()
                .collect(toMap(row -> row.text("customer"), row -> tags(row, page)));
    }

    /** Writes the tags that differ from the graph's and answers how many they were. */
    int write(List<DeclaredTag> tags, OffsetDateTime at) {
        Map<String, Object> parameters = Map.of("tags", tags.stream().map(DeclaredTag::properties).toList(), "at", at);
        return graph.row(MERGE_CATALOGUE, parameters).orElseThrow().number("changed");
    }

    private static CustomerTagConnection tags(Row row, PageRequest page) {
        return CustomerTagConnection.of(row.rows("tags"), page, row.number("total"));
    }
}
