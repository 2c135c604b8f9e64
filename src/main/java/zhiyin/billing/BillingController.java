package zhiyin.billing;

import java.util.List;
import java.util.Map;
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
class BillingController {

    private final BillingStore store;

    BillingController(BillingStore store, BatchLoaderRegistry loaders) {
        this.store = store;
        PageLoaders.register(loaders, "bills", store::billsOf);
    }

    @BatchMapping
    Map<Customer, List<BillingAccount>> billingAccounts(List<Customer> customers) {
        Map<String, List<BillingAccount>> accounts = store.accountsOf(
                customers.stream().map(Customer::id).distinct().toList());
        return customers.stream().collect(
                toMap(Function.identity(), customer -> accounts.getOrDefault(customer.id(), List.of())));
    }

    @SchemaMapping
    CompletableFuture<Connection<CustomerBill>> bills(Customer customer, @Arguments PageRequest page,
            DataLoader<PageOf, Connection<CustomerBill>> bills) {
        return bills.load(new PageOf(customer.id(), page));
    }
}
