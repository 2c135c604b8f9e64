package zhiyin.product;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

import zhiyin.customer.Customer;
import zhiyin.relay.Connection;
import zhiyin.relay.PageLoaders;
import zhiyin.relay.PageLoaders.PageOf;
import zhiyin.relay.PageRequest;

@Controller
class ProductController {

    private final ProductStore store;

    ProductController(ProductStore store, BatchLoaderRegistry loaders) {
        this.store = store;
        PageLoaders.register(loaders, "products", store::productsOf);
    }

    @SchemaMapping
    CompletableFuture<Connection<Product>> products(Customer customer, @Arguments PageRequest page,
            DataLoader<PageOf, Connection<Product>> products) {
        return products.load(new PageOf(customer.id(), page));
    }

    /** Leaves out the products whose offering the catalogue no longer tells: the API shows null. */
    @BatchMapping
    Map<Product, ProductOffering> offering(List<Product> products) {
        Map<String, ProductOffering> offerings = store.offerings(
                products.stream().map(Product::offeringId).filter(Objects::nonNull).distinct().toList());
        Map<Product, ProductOffering> ofProducts = new HashMap<>();
        for (Product product : products) {
            ProductOffering offering = product.offeringId() == null ? null : offerings.get(product.offeringId());
            if (offering != null) {
                ofProducts.put(product, offering);
            }
        }
        return ofProducts;
    }

    @BatchMapping
    Map<Product, List<UsageSummary>> usage(List<Product> products) {
        Map<String, List<UsageSummary>> usage = store.usageOf(
                products.stream().map(Product::id).distinct().toList());
        return products.stream().collect(
                toMap(Function.identity(), product -> usage.getOrDefault(product.id(), List.of())));
    }
}
