package zhiyin.customer;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;

/** Finds the customers that a number or an address belongs to. */
@Component
class CallerStore {

    // Bounded on both sides: the number of a switchboard has more customers than anybody can choose among.
    private static final String CANDIDATES = """
            CALL () {
              MATCH (:ContactMedium {id: $medium})<-[has:HAS_CONTACT]-(customer:Customer)
              WITH customer, coalesce(has.preferred, false) AS preferred
              ORDER BY preferred DESC, customer.id LIMIT $limit
              RETURN customer, preferred, true AS known, false AS ownLine
              UNION
              MATCH (line:Product {serialNumber: $value})<-[:OWNS]-(customer:Customer)
              WHERE line.status = 'ACTIVE'
              WITH DISTINCT customer ORDER BY customer.id LIMIT $limit
              RETURN customer, false AS preferred, false AS known, true AS ownLine
            }
            WITH customer, max(preferred) AS preferred, max(known) AS known, max(ownLine) AS ownLine
            RETURN [customer {.*}] AS customer, preferred, known, ownLine,
                   known AND COUNT { (:ContactMedium {id: $medium})<-[:HAS_CONTACT]-() } > 1 AS shared
            """;

    private final Graph graph;

    CallerStore(Graph graph) {
        this.graph = graph;
    }

    List<CallerCandidate.Evidence> evidence(ContactMedium.Type type, String value) {
        Map<String, Object> parameters = Map.of("medium", ContactMedium.id(type, value), "value", value, "limit",
                CallerCandidate.MOST);
        return graph.rows(CANDIDATES, parameters).stream().map(CallerStore::evidence).toList();
    }

    private static CallerCandidate.Evidence evidence(Row row) {
        return new CallerCandidate.Evidence(Customers.customer(row), isTrue(row, "ownLine"), isTrue(row, "preferred"),
                isTrue(row, "known"), isTrue(row, "shared"));
    }

    private static boolean isTrue(Row row, String name) {
        return Boolean.TRUE.equals(row.optionalFlag(name));
    }
}
