package zhiyin.product;

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
class ProductStore {

    // Not ordered by an index: a customer holds few products, and what is in use changes their order.
    private static final String PRODUCTS_OF = """
            UNWIND $customers AS customer
            CALL (customer) {
              MATCH (product:Product {customerId: customer})
              WITH product, CASE product.status WHEN 'ACTIVE' THEN 0 ELSE 1 END AS ended,
                   coalesce(toString(product.startDate), '') AS start
              WHERE $after = [] OR ended > $after[0]
                 OR ended = $after[0] AND (start < $after[1] OR start = $after[1] AND product.id < $after[2])
              WITH product ORDER BY ended, start DESC, product.id DESC LIMIT $limit
              RETURN collect(product {.*}) AS products
            }
            RETURN customer, products, COUNT { (:Product {customerId: customer}) } AS total
            """;

    private static final String OFFERINGS = """
            UNWIND $offerings AS id
            MATCH (offering:ProductOffering {id: id})
            RETURN offering {.*} AS offering
            """;

    // Sorted by productId too, so that the index gives the order and only twelve months are read.
    private static final String USAGE_OF = """
            UNWIND $products AS product
            CALL (product) {
              MATCH (usage:UsageSummary)
              WHERE usage.productId = product AND usage.month IS NOT NULL
              WITH usage ORDER BY usage.productId DESC, usage.month DESC LIMIT 12
              RETURN collect(usage {.*}) AS months
            }
            RETURN product, months
            """;

    private final Graph graph;

    ProductStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, Connection<Product>> productsOf(List<String> customers, PageRequest page) {
        Map<String, Object> parameters = Map.of("customers", customers, "limit", page.limit(), "after",
                page.afterKeys("products", Integer::valueOf, Function.identity(), Function.identity()));
        return graph.rows(PRODUCTS_OF, parameters).stream()
                .collect(toMap(row -> row.text("customer"), row -> products(row, page)));
    }

    /** Offerings of the catalogue by id; without those that it does not know. */
    Map<String, ProductOffering> offerings(List<String> ids) {
        return graph.rows(OFFERINGS, Map.of("offerings", ids)).stream()
                .map(row -> ProductOffering.of(row.row("offering")))
                .collect(toMap(ProductOffering::id, Function.identity()));
    }

    Map<String, List<UsageSummary>> usageOf(List<String> products) {
        return graph.rows(USAGE_OF, Map.of("products", products)).stream().collect(
                toMap(row -> row.text("product"), row -> row.rows("months").stream().map(UsageSummary::of).toList()));
    }

    private static Connection<Product> products(Row row, PageRequest page) {
        List<Product> products = row.rows("products").stream().map(Product::of).toList();
        return Connection.of(products, page, row.number("total"), Product::position);
    }
}
