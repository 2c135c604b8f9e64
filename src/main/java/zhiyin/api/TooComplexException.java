package zhiyin.api;

import java.util.Map;

import graphql.execution.AbortExecutionException;

/** A request asks for more than it may. */
class TooComplexException extends AbortExecutionException {

    private static final long serialVersionUID = 1L;

    TooComplexException(String what, long asked, int allowed) {
        super("The request has %d %s; at most %d are allowed. Ask for less, or in several requests.".formatted(asked,
                what, allowed));
    }

    static void refuseMore(String what, long asked, int allowed) {
        if (asked > allowed) {
            throw new TooComplexException(what, asked, allowed);
        }
    }

    @Override
    public Map<String, Object> getExtensions() {
        return Map.of(ErrorCode.KEY, ErrorCode.TOO_COMPLEX.name());
    }
}
