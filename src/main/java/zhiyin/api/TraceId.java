package zhiyin.api;

import org.springframework.graphql.server.WebGraphQlResponse;

import graphql.execution.ExecutionId;

/** The id under which a request is found in the log: 32 hexadecimal digits, as in W3C Trace Context. */
final class TraceId {

    static final String KEY = "traceId";

    private TraceId() {}

    static String of(WebGraphQlResponse response) {
        return of(response.getExecutionInput().getExecutionIdNonNull());
    }

    static String of(ExecutionId execution) {
        return execution.toString().replace("-", "");
    }
}
