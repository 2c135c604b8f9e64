package zhiyin.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.DataLoaderRegistry;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;

import reactor.core.publisher.Flux;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class SubscriptionEventsTests {

    private static final ApiSettings LIMITS = new Binder(new MapConfigurationPropertySource())
            .bindOrCreate("zhiyin.api", ApiSettings.class);

    private final AtomicInteger reads = new AtomicInteger();

    @Test
    void eachEventIsReadAnew() {
        List<ExecutionResult> events = requireNonNull(
                Flux.from(subscribed("subscription { ticks { reads } }")).collectList().block(Duration.ofSeconds(5)));

        assertThat(events).extracting(event -> String.valueOf(event.<Object>getData()))
                .containsExactly("{ticks={reads=1}}", "{ticks={reads=2}}", "{ticks={reads=3}}");
    }

    @Test
    void eachEventTellsItsCost() {
        assertThat(
                requireNonNull(Flux.from(subscribed("subscription { ticks { reads } }")).blockFirst()).getExtensions())
                .containsKey("cost");
    }

    private Publisher<ExecutionResult> subscribed(String document) {
        GraphQL engine = GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                type Query { none: Int }
                type Tick { reads: Int! }
                type Subscription { ticks: Tick! }
                """), RuntimeWiring.newRuntimeWiring()
                .type("Subscription", type -> type.dataFetcher("ticks", field -> Flux.just("tick", "tick", "tick")))
                .type("Tick", type -> type.dataFetcher("reads",
                        field -> requireNonNull(field.<String, Integer>getDataLoader("reads")).load("the same")))
                .build())).instrumentation(new RequestLimits(LIMITS)).build();
        DataLoader<String, Integer> loader = DataLoaderFactory.newDataLoader("reads", keys -> CompletableFuture
                .completedFuture(keys.stream().map(key -> reads.incrementAndGet()).toList()));
        return requireNonNull(engine.execute(ExecutionInput.newExecutionInput(document)
                .dataLoaderRegistry(DataLoaderRegistry.newRegistry().register("reads", loader).build()).build())
                .getData());
    }
}
