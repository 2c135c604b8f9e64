package zhiyin.access;

import jakarta.websocket.Session;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;

import tools.jackson.databind.json.JsonMapper;

/**
 * GraphQL over WebSocket, sub-protocol {@code graphql-transport-ws}, for pages of the hub's own origin and for programs: so many
 * connections at once, none to a client that has gone silent, and none to one that does not speak the protocol.
 */
class SocketDoor extends GraphQlWebSocketHandler {

    private static final CloseStatus INVALID_MESSAGE = new CloseStatus(4400, "Invalid message");
    private static final CloseStatus TOO_MANY = CloseStatus.SERVICE_OVERLOAD.withReason("Too many connections");
    private static final String SILENCE = "org.apache.tomcat.websocket.READ_IDLE_TIMEOUT_MS";

    private final Sockets sockets;
    private final SocketSettings settings;

    SocketDoor(WebGraphQlHandler graphQl, JsonMapper json, GraphQlProperties.Websocket timing, Sockets sockets,
            SocketSettings settings) {
        super(graphQl, new JacksonJsonHttpMessageConverter(json), timing.getConnectionInitTimeout(),
                timing.getKeepAlive());
        this.sockets = sockets;
        this.settings = settings;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        if (!sockets.open(socket)) {
            Sockets.close(socket, TOO_MANY);
            return;
        }
        if (socket instanceof NativeWebSocketSession told && told.getNativeSession() instanceof Session session) {
            session.getUserProperties().put(SILENCE, settings.silence().toMillis());
        }
        super.afterConnectionEstablished(socket);
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) throws Exception {
        if (!socket.isOpen()) {
            return;
        }
        try {
            super.handleTextMessage(socket, message);
        } catch (HttpMessageConversionException unreadable) {
            Sockets.close(socket, INVALID_MESSAGE);
        }
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        sockets.closed(socket.getId());
        super.afterConnectionClosed(socket, status);
    }
}
