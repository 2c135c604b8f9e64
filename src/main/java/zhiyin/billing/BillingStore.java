package zhiyin.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

@Component
class BillingStore {

    private static final String ACCOUNTS_OF = """
            UNWIND $customers AS customer
            CALL (customer) {
              MATCH (:Customer {id: customer})-[:HAS_ACCOUNT]->(account)
              WITH account ORDER BY account.id
              RETURN collect(account {.*}) AS accounts
            }
            RETURN customer, accounts
            """;

    // Sorted by customerId too, so that the index gives the order and only the page is read.
    private static final String BILLS_OF = """
            UNWIND $customers AS customer
            CALL (customer) {
              MATCH (bill:CustomerBill)
              WHERE bill.customerId = customer AND bill.id IS NOT NULL
                AND bill.periodEnd <= coalesce($after[0], date('9999-12-31'))
                AND ($after = [] OR bill.periodEnd < $after[0] OR bill.id < $after[1])
              WITH bill ORDER BY bill.customerId DESC, bill.periodEnd DESC, bill.id DESC LIMIT $limit
              RETURN collect(bill {.*}) AS bills
            }
            RETURN customer, bills, COUNT {
              (bill:CustomerBill)
              WHERE bill.customerId = customer AND bill.periodEnd IS NOT NULL AND bill.id IS NOT NULL
            } AS total
            """;

    private final Graph graph;

    BillingStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, List<BillingAccount>> accountsOf(List<String> customers) {
        return graph.rows(ACCOUNTS_OF, Map.of("customers", customers)).stream().collect(
                toMap(row -> row.text("customer"),
                        row -> row.rows("accounts").stream().map(BillingAccount::of).toList()));
    }

    Map<String, Connection<CustomerBill>> billsOf(List<String> customers, PageRequest page) {
        Map<String, Object> parameters = Map.of("customers", customers, "limit", page.limit(), "after",
                page.afterKeys("bills", LocalDate::parse, Function.identity()));
        return graph.rows(BILLS_OF, parameters).stream()
                .collect(toMap(row -> row.text("customer"), row -> bills(row, page)));
    }

    private static Connection<CustomerBill> bills(Row row, PageRequest page) {
        List<CustomerBill> bills = row.rows("bills").stream().map(CustomerBill::of).toList();
        return Connection.of(bills, page, row.number("total"), CustomerBill::position);
    }
}
