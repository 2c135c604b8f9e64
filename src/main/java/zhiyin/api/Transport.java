package zhiyin.api;

import java.util.List;

import org.springframework.graphql.MediaTypes;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.MediaType;

/** How an answer travels: {@link #PLAIN} as one body, {@link #EVENTS} as server-sent events, {@link #SOCKET} over WebSocket. */
enum Transport {
    PLAIN, EVENTS, SOCKET;

    private static final List<MediaType> BODIES = List.of(MediaTypes.APPLICATION_GRAPHQL_RESPONSE,
            MediaType.APPLICATION_JSON);

    /** The one that a request came by. Who accepts one body as well as events is sent one body. */
    static Transport of(WebGraphQlRequest request) {
        if (request instanceof WebSocketGraphQlRequest) {
            return SOCKET;
        }
        List<MediaType> accepted = request.getHeaders().getAccept();
        boolean isPlain = accepted.isEmpty()
                || accepted.stream().anyMatch(type -> BODIES.stream().anyMatch(type::isCompatibleWith));
        return isPlain ? PLAIN : EVENTS;
    }
}
