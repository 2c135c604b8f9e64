package zhiyin.api;

import java.net.ConnectException;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolationException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;

import zhiyin.relay.InvalidPageException;
import zhiyin.relay.NotFoundException;
import zhiyin.relay.PageAwayException;

/** Says what went wrong in a field in words and a code that are safe to show; the rest goes to the log. */
@Component
class FaultResolver extends DataFetcherExceptionResolverAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(FaultResolver.class);

    private record Fault(ErrorCode code, String message, Map<String, Object> more) {

        Fault(ErrorCode code, String message) {
            this(code, message, Map.of());
        }
    }

    @Override
    protected GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment field) {
        Fault fault = fault(thrown);
        log(fault.code(), field.getExecutionStepInfo().getPath(), TraceId.of(field.getExecutionId()), thrown);
        return error(fault, GraphqlErrorBuilder.newError(field));
    }

    /** What went wrong when a subscription broke off. */
    static GraphQLError brokenOff(Throwable thrown) {
        return error(fault(thrown), GraphqlErrorBuilder.newError());
    }

    private static GraphQLError error(Fault fault, GraphqlErrorBuilder<?> error) {
        return error.message("%s", fault.message()).errorType(fault.code().type())
                .extensions(with(fault.more(), ErrorCode.KEY, fault.code().name())).build();
    }

    private static Fault fault(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).map(FaultResolver::known)
                .flatMap(Stream::ofNullable).findFirst()
                .orElseGet(() -> new Fault(ErrorCode.INTERNAL,
                        "The hub failed here. Tell its operator the trace id; the log says more."));
    }

    private static @Nullable Fault known(Throwable cause) {
        return switch (cause) {
            case InvalidPageException page -> new Fault(ErrorCode.BAD_USER_INPUT, String.valueOf(page.getMessage()),
                    Map.of("argument", page.argument()));
            case NotFoundException missing -> new Fault(ErrorCode.NOT_FOUND, String.valueOf(missing.getMessage()));
            case PageAwayException away -> new Fault(ErrorCode.UNAVAILABLE, String.valueOf(away.getMessage()));
            case ConstraintViolationException violation -> violated(violation);
            case BindException unreadable -> new Fault(ErrorCode.BAD_USER_INPUT, "The arguments cannot be read");
            case AccessDeniedException denied -> new Fault(ErrorCode.FORBIDDEN,
                    "Your roles do not allow to read this field");
            case DataAccessResourceFailureException down -> unavailable();
            case TransientDataAccessException down -> unavailable();
            case RecoverableDataAccessException down -> unavailable();
            case CannotCreateTransactionException down -> unavailable();
            case ConnectException down -> unavailable();
            default -> null;
        };
    }

    private static Fault violated(ConstraintViolationException violation) {
        return violation.getConstraintViolations().stream().findFirst().map(first -> {
            String path = first.getPropertyPath().toString();
            String argument = path.substring(path.indexOf('.') + 1);
            return new Fault(ErrorCode.BAD_USER_INPUT, "%s: %s".formatted(argument, first.getMessage()),
                    Map.of("argument", argument));
        }).orElseGet(() -> new Fault(ErrorCode.BAD_USER_INPUT, "The arguments are not valid"));
    }

    private static Fault unavailable() {
        return new Fault(ErrorCode.UNAVAILABLE, "A store that this field needs does not answer. Try again later.");
    }

    /** Puts a fault of ours, or of a store, into the log under its trace id. */
    static void log(ErrorCode code, Object where, String trace, Throwable thrown) {
        switch (code) {
            case INTERNAL -> LOG.error("{} failed, trace id {}", where, trace, thrown);
            case UNAVAILABLE -> LOG.warn("{} lacks its store, trace id {}: {}", where, trace, thrown.toString());
            default -> LOG.debug("{}: {}", where, thrown.getMessage());
        }
    }

    static Map<String, Object> with(@Nullable Map<String, Object> more, String key, Object value) {
        Map<String, Object> all = new java.util.TreeMap<>(more == null ? Map.of() : more);
        all.put(key, value);
        return all;
    }
}
