package zhiyin.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.relay.Connection;
import zhiyin.relay.Cursor;
import zhiyin.relay.NodeSource;
import zhiyin.relay.PageRequest;

/** Reads customers from the graph. */
@Component
public class Customers implements NodeSource {

    private static final String LIST = "customers";

    private static final String SURVIVOR = """
            MATCH (customer:Customer {id: $id})
            RETURN [customer {.*}] AS customer
            UNION
            MATCH (:MergedCustomer {id: $id})-[:MERGED_INTO*1..20]->(customer:Customer)
            RETURN [customer {.*}] AS customer
            """;

    private static final String BY_ID = """
            UNWIND $ids AS id
            MATCH (customer:Customer {id: id})
            RETURN [customer {.*}] AS customer
            """;

    private static final String PAGE = """
            MATCH (customer:Customer)
            WHERE customer.id > $after AND ($status IS NULL OR customer.status = $status)
            WITH customer ORDER BY customer.id LIMIT $limit
            RETURN [customer {.*}] AS customer
            """;

    // On its own, so that the graph answers from its counters and not from the nodes.
    private static final String COUNT = "MATCH (customer:Customer) RETURN count(customer) AS total";

    private static final String COUNT_BY_STATUS = """
            MATCH (customer:Customer {status: $status}) WHERE customer.id IS NOT NULL RETURN count(customer) AS total
            """;

    private final Graph graph;

    Customers(Graph graph) {
        this.graph = graph;
    }

    @Override
    public String type() {
        return "Customer";
    }

    /** The customer with this id, or the survivor when that customer was merged into another. */
    @Override
    public Optional<Customer> find(String id) {
        return graph.row(SURVIVOR, Map.of("id", id)).map(Customers::customer);
    }

    /** Those of the customers that there are, by id, in one statement. */
    public Map<String, Customer> byId(List<String> ids) {
        return graph.rows(BY_ID, Map.of("ids", ids)).stream().map(Customers::customer)
                .collect(toMap(Customer::id, Function.identity(), (first, again) -> first));
    }

    Connection<Customer> page(PageRequest page, @Nullable CustomerStatus status, boolean withTotal) {
        Map<String, Object> parameters = new java.util.HashMap<>();
        parameters.put("after", page.afterKeys(LIST, 1).stream().findFirst().orElse(""));
        parameters.put("status", status == null ? null : status.name());
        parameters.put("limit", page.limit());
        List<Customer> found = graph.rows(PAGE, parameters).stream().map(Customers::customer).toList();
        return Connection.of(found, page, withTotal ? count(status) : 0,
                customer -> Cursor.at(LIST, customer.id()));
    }

    private int count(@Nullable CustomerStatus status) {
        return (status == null
                ? graph.row(COUNT, Map.of())
                : graph.row(COUNT_BY_STATUS, Map.of("status", status.name()))).orElseThrow().number("total");
    }

    /** The customer that a row has as the one map in its list {@code customer}. */
    static Customer customer(Row row) {
        Row customer = row.rows("customer").getFirst();
        return new Customer(customer.text("id"), customer.code("kind", PartyKind.class), customer.text("displayName"),
                customer.optionalText("givenName"), customer.optionalText("familyName"),
                customer.optionalDate("birthDate"), customer.optionalCode("gender", Gender.class),
                customer.optionalText("language"), customer.optionalText("country"), customer.optionalText("province"),
                customer.optionalText("city"), customer.optionalText("postalCode"),
                customer.code("status", CustomerStatus.class), customer.optionalDate("customerSince"),
                customer.optionalMoney("arpu"),
                customer.optionalNumber("churnRisk"), customer.instant("updatedAt"));
    }
}
