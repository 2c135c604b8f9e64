package zhiyin.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static java.util.stream.Collectors.toSet;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;

/** Reads from the graph what customers can be found by. */
@Component
class CustomerDocuments {

    private static final String OF = """
            UNWIND $ids AS id
            MATCH (customer:Customer {id: id})
            RETURN customer.id AS id, customer.displayName AS displayName, customer.givenName AS givenName,
                   customer.familyName AS familyName,
                   [(customer)<-[:RESOLVED_TO]-(record:SourceRecord) | record.key] +
                   [(customer)-[:HAS_ACCOUNT]->(account) WHERE account.accountNo IS NOT NULL | account.accountNo] +
                   [(customer)-[:HAS_CONTACT]->(medium) WHERE medium.type = 'EMAIL' | medium.value] AS keys,
                   [(customer)-[:HAS_CONTACT]->(medium) WHERE medium.type = 'PHONE' | medium.value] +
                   [(customer)-[:OWNS]->(product) WHERE product.serialNumber IS NOT NULL | product.serialNumber]
                     AS numbers
            """;

    private static final String IDS_AFTER = """
            MATCH (customer:Customer) WHERE customer.id > $after
            RETURN customer.id AS id ORDER BY customer.id LIMIT $limit
            """;

    private static final String KNOWN = """
            UNWIND $ids AS id
            MATCH (customer:Customer {id: id})
            RETURN customer.id AS id
            """;

    private static final String COUNT = """
            MATCH (customer:Customer) RETURN count(customer) AS customers
            """;

    private final Graph graph;

    CustomerDocuments(Graph graph) {
        this.graph = graph;
    }

    List<CustomerDocument> of(List<String> customers) {
        return graph.rows(OF, Map.of("ids", customers)).stream().map(CustomerDocument::of).toList();
    }

    /** Ids of the customers that come next by id. */
    List<String> idsAfter(String after, int limit) {
        return graph.rows(IDS_AFTER, Map.of("after", after, "limit", limit)).stream().map(row -> row.text("id"))
                .toList();
    }

    /** Which of these customers there are. */
    Set<String> known(List<String> customers) {
        return graph.rows(KNOWN, Map.of("ids", customers)).stream().map(row -> row.text("id")).collect(toSet());
    }

    /** How many customers there are. */
    int count() {
        return graph.row(COUNT, Map.of()).orElseThrow().number("customers");
    }
}
