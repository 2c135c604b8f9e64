package zhiyin.interaction;

import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

import zhiyin.customer.Customer;
import zhiyin.relay.Connection;
import zhiyin.relay.PageLoaders;
import zhiyin.relay.PageLoaders.PageOf;
import zhiyin.relay.PageRequest;

@Controller
class InteractionController {

    InteractionController(InteractionStore store, BatchLoaderRegistry loaders) {
        PageLoaders.register(loaders, "interactions", store::interactionsOf);
    }

    @SchemaMapping
    CompletableFuture<Connection<PartyInteraction>> interactions(Customer customer, @Arguments PageRequest page,
            DataLoader<PageOf, InteractionPage> interactions) {
        return interactions.load(new PageOf(customer.id(), page)).thenApply(InteractionPage::connection);
    }
}
