package zhiyin.api;

import java.util.Map;

import org.springframework.graphql.execution.ErrorType;

import graphql.ErrorClassification;
import graphql.GraphQLError;

/** What clients may switch on: {@code extensions.code} of every error. */
enum ErrorCode {
    UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, TOO_COMPLEX, UNAVAILABLE, INTERNAL;

    static final String KEY = "code";

    private static final Map<String, ErrorCode> BY_CLASSIFICATION = Map.ofEntries(
            Map.entry(ErrorType.UNAUTHORIZED.name(), UNAUTHENTICATED),
            Map.entry(ErrorType.FORBIDDEN.name(), FORBIDDEN), Map.entry(ErrorType.NOT_FOUND.name(), NOT_FOUND),
            Map.entry(ErrorType.BAD_REQUEST.name(), BAD_USER_INPUT),
            Map.entry(graphql.ErrorType.InvalidSyntax.name(), BAD_USER_INPUT),
            Map.entry(graphql.ErrorType.ValidationError.name(), BAD_USER_INPUT),
            Map.entry(graphql.ErrorType.OperationNotSupported.name(), BAD_USER_INPUT),
            Map.entry(graphql.ErrorType.ExecutionAborted.name(), TOO_COMPLEX),
            Map.entry("BadFaithIntrospection", TOO_COMPLEX));

    /** The code of an error: the one that we gave it, or what an error that the library made amounts to. */
    static ErrorCode of(GraphQLError error) {
        if (error.getExtensions() != null && error.getExtensions().get(KEY) instanceof String given) {
            return valueOf(given);
        }
        ErrorClassification classification = error.getErrorType();
        return classification == null
                ? BAD_USER_INPUT
                : BY_CLASSIFICATION.getOrDefault(classification.toString(), INTERNAL);
    }

    /** The kind of error in the library's words. */
    ErrorType type() {
        return switch (this) {
            case UNAUTHENTICATED -> ErrorType.UNAUTHORIZED;
            case FORBIDDEN -> ErrorType.FORBIDDEN;
            case NOT_FOUND -> ErrorType.NOT_FOUND;
            case BAD_USER_INPUT, TOO_COMPLEX -> ErrorType.BAD_REQUEST;
            case UNAVAILABLE, INTERNAL -> ErrorType.INTERNAL_ERROR;
        };
    }
}
