package zhiyin.tag;

import java.util.concurrent.CompletableFuture;

import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Arguments;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;

import zhiyin.customer.Customer;
import zhiyin.relay.PageLoaders;
import zhiyin.relay.PageLoaders.PageOf;
import zhiyin.relay.PageRequest;

@Controller
class TagController {

    TagController(TagStore store, BatchLoaderRegistry loaders) {
        PageLoaders.register(loaders, "tags", store::tagsOf);
    }

    @SchemaMapping
    CompletableFuture<CustomerTagConnection> tags(Customer customer, @Arguments PageRequest page,
            DataLoader<PageOf, CustomerTagConnection> tags) {
        return tags.load(new PageOf(customer.id(), page));
    }
}
