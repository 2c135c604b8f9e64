package zhiyin.api;

import java.util.List;
import java.util.Map;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;

import reactor.core.publisher.Mono;

/** Gives every error a code and the request's trace id, whoever made it. */
@Component
class ErrorsToldAlike implements WebGraphQlInterceptor {

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request).map(ErrorsToldAlike::told);
    }

    private static WebGraphQlResponse told(WebGraphQlResponse response) {
        List<GraphQLError> errors = response.getExecutionResult().getErrors();
        return errors.isEmpty()
                ? response
                : response.transform(changed -> changed.errors(told(errors, TraceId.of(response))));
    }

    /** The same errors, each with a code and a trace id. */
    static List<GraphQLError> told(List<GraphQLError> errors, String trace) {
        return errors.stream().map(error -> told(error, trace)).toList();
    }

    private static GraphQLError told(GraphQLError error, String trace) {
        Map<String, Object> extensions = FaultResolver.with(error.getExtensions(), TraceId.KEY, trace);
        extensions.putIfAbsent(ErrorCode.KEY, ErrorCode.of(error).name());
        GraphqlErrorBuilder<?> same = GraphqlErrorBuilder.newError().message("%s", error.getMessage())
                .errorType(error.getErrorType()).extensions(extensions);
        if (error.getLocations() != null) {
            same.locations(error.getLocations());
        }
        if (error.getPath() != null) {
            same.path(error.getPath());
        }
        return same.build();
    }
}
