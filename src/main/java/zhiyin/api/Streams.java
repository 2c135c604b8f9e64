package zhiyin.api;

import java.util.List;
import java.util.Map;

import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.ExecutionId;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Carries the answers to subscriptions: so many at once, each on a thread of its own that writes one event before it takes the
 * next, so that a slow client holds up nobody and nothing piles up; errors are told as everywhere else. Outside of whatever ends
 * subscriptions.
 */
@Component
@Order(Streams.ORDER)
class Streams implements WebGraphQlInterceptor {

    static final int ORDER = 50;

    private static final int SECONDS_IDLE = 30;

    private final Seats seats;
    private final Scheduler writers;

    Streams(ApiSettings limits, MeterRegistry meters) {
        this.seats = new Seats(limits);
        Gauge.builder("zhiyin.subscriptions", seats, Seats::taken).description("Subscriptions open on this node")
                .register(meters);
        this.writers = Schedulers.newBoundedElastic(limits.subscriptions(), limits.subscriptions(), "stream",
                SECONDS_IDLE, true);
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            SecurityContext account = context.get(SecurityContext.class.getName());
            if (request instanceof WebSocketGraphQlRequest) {
                // it would be what the client calls its subscription, yet a trace id is to be found in the log once
                request.executionId(ExecutionId.generate());
            }
            return chain.next(request).map(response -> switch (Transport.of(request)) {
                case PLAIN -> response.getData() instanceof Publisher ? needsAStream(response) : response;
                case EVENTS -> response.transform(carried -> carried.data(events(response, nameOf(account))));
                case SOCKET -> response.getData() instanceof Publisher || response.getData() == null
                        ? response.transform(carried -> carried.data(events(response, nameOf(account))))
                        : response;
            });
        });
    }

    private static String nameOf(SecurityContext account) {
        return account.getAuthentication() == null ? "" : account.getAuthentication().getName();
    }

    private Flux<ExecutionResult> events(WebGraphQlResponse response, String account) {
        String trace = TraceId.of(response);
        if (response.getData() instanceof Publisher<?> events) {
            return seated(account, Flux.from(events).cast(ExecutionResult.class).map(event -> told(event, trace)))
                    .onErrorMap(SubscriptionPublisherException.class, ended -> told(ended, trace))
                    .publishOn(writers, 1);
        }
        return response.getData() == null
                ? Flux.error(new SubscriptionPublisherException(response.getExecutionResult().getErrors(), null))
                : Flux.just(response.getExecutionResult());
    }

    private Flux<ExecutionResult> seated(String account, Flux<ExecutionResult> events) {
        return Flux.defer(() -> seats.take(account)
                ? events.doFinally(end -> seats.free(account))
                : Flux.error(new SubscriptionPublisherException(List.of(refusal(ErrorCode.UNAVAILABLE,
                        "Too many subscriptions are open. End one, or try again later.")), null)));
    }

    private static ExecutionResult told(ExecutionResult event, String trace) {
        return event.getErrors().isEmpty()
                ? event
                : event.transform(changed -> changed.errors(ErrorsToldAlike.told(event.getErrors(), trace)));
    }

    private static SubscriptionPublisherException told(SubscriptionPublisherException ended, String trace) {
        Throwable cause = ended.getCause();
        if (cause != null) {
            ended.getErrors().stream().map(ErrorCode::of)
                    .forEach(code -> FaultResolver.log(code, "A subscription", trace, cause));
        }
        return new SubscriptionPublisherException(ErrorsToldAlike.told(ended.getErrors(), trace), cause);
    }

    private static WebGraphQlResponse needsAStream(WebGraphQlResponse response) {
        GraphQLError refusal = refusal(ErrorCode.BAD_USER_INPUT, "A subscription is answered over WebSocket, or as "
                + "server-sent events to a request with Accept: text/event-stream.");
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(response.getExecutionInput(),
                ExecutionResult.newExecutionResult()
                        .errors(ErrorsToldAlike.told(List.of(refusal), TraceId.of(response))).build()));
    }

    private static GraphQLError refusal(ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError().message("%s", message).errorType(code.type())
                .extensions(Map.of(ErrorCode.KEY, code.name())).build();
    }

    @PreDestroy
    void close() {
        writers.dispose();
    }
}
