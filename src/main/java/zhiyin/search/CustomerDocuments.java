package zhiyin.search;

import java.util.List;
import java.util.Map;

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

    private final Graph graph;

    CustomerDocuments(Graph graph) {
        this.graph = graph;
    }

    List<CustomerDocument> of(List<String> customers) {
        return graph.rows(OF, Map.of("ids", customers)).stream().map(CustomerDocument::of).toList();
    }
}
