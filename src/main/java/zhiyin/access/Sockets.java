package zhiyin.access;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

import reactor.core.Disposable;
import reactor.core.Disposables;

/** The WebSockets that are open on this node: no more than are allowed, and each only while its account may stay. */
@Component
@ConditionalOnWebApplication
class Sockets {

    /** The protocol's word for an account that is refused; clients come again with a new token. */
    static final CloseStatus FORBIDDEN = new CloseStatus(4403, "Forbidden");

    private static final Logger LOG = LoggerFactory.getLogger(Sockets.class);

    private final Stays stays;
    private final SocketSettings settings;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private record Open(WebSocketSession socket, Disposable.Swap stay) {}

    Sockets(Stays stays, SocketSettings settings) {
        this.stays = stays;
        this.settings = settings;
    }

    /** Lets a connection in. False when there are as many as there may be. */
    synchronized boolean open(WebSocketSession socket) {
        if (open.size() >= settings.most()) {
            return false;
        }
        open.put(socket.getId(), new Open(socket, Disposables.swap()));
        return true;
    }

    /** Lets an account stay on a connection until its token expires or its session ends. */
    void admit(String id, Authentication account) {
        Open admitted = open.get(id);
        if (admitted != null) {
            admitted.stay().update(stays.end(account).subscribe(end -> {}, failed -> {}, () -> refuse(id)));
        }
    }

    /** Closes a connection that nobody may use, or may use any longer. */
    void refuse(String id) {
        Open refused = open.get(id);
        if (refused != null) {
            close(refused.socket(), FORBIDDEN);
        }
    }

    /** Forgets a connection that is closed. */
    void closed(String id) {
        Open gone = open.remove(id);
        if (gone != null) {
            gone.stay().dispose();
        }
    }

    static void close(WebSocketSession socket, CloseStatus status) {
        try {
            socket.close(status);
        } catch (IOException broken) {
            LOG.debug("A WebSocket broke before it was closed", broken);
        }
    }
}
