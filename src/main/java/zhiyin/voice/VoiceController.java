package zhiyin.voice;

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
class VoiceController {

    VoiceController(VoiceStore store, BatchLoaderRegistry loaders) {
        PageLoaders.register(loaders, "feedback", store::feedbackOf);
    }

    @SchemaMapping
    CompletableFuture<Connection<Feedback>> feedback(Customer customer, @Arguments PageRequest page,
            DataLoader<PageOf, Connection<Feedback>> feedback) {
        return feedback.load(new PageOf(customer.id(), page));
    }
}
