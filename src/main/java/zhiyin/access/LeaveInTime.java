package zhiyin.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionPublisherException;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.stereotype.Component;

import graphql.GraphqlErrorBuilder;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends the subscriptions of those who may stay no longer, and all of them when the hub stops. */
@Component
@ConditionalOnWebApplication
@Order(LeaveInTime.ORDER)
class LeaveInTime implements WebGraphQlInterceptor {

    static final int ORDER = 100;

    private final Stays stays;

    LeaveInTime(Stays stays) {
        this.stays = stays;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.deferContextual(context -> {
            SecurityContext security = context.get(SecurityContext.class.getName());
            return chain.next(request).map(response -> response.getData() instanceof Publisher<?> events
                    ? response.transform(bounded -> bounded.data(untilEnd(events, account(security))))
                    : response);
        });
    }

    private static Authentication account(SecurityContext security) {
        return Objects.requireNonNull(security.getAuthentication(), "Nobody is answered without an account");
    }

    private Flux<?> untilEnd(Publisher<?> events, Authentication account) {
        return Flux.from(events).takeUntilOther(stays.end(account).then(Mono.error(LeaveInTime::left)))
                .takeUntilOther(stays.closing());
    }

    private static SubscriptionPublisherException left() {
        return new SubscriptionPublisherException(List.of(GraphqlErrorBuilder.newError()
                .message("The token has expired or the session has ended. Sign in, and subscribe again.")
                .errorType(ErrorType.UNAUTHORIZED).extensions(Map.of("code", "UNAUTHENTICATED")).build()), null);
    }
}
