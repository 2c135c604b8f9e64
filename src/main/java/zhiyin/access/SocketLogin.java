package zhiyin.access;

import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlInterceptor;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.graphql.server.support.BearerTokenAuthenticationExtractor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;

/**
 * Asks whoever opens a WebSocket for an account: a bearer token in {@code connection_init}, or what the handshake was sent with.
 * Who has none is shown out before anything is executed.
 */
@Component
@ConditionalOnWebApplication
@Order(Ordered.HIGHEST_PRECEDENCE)
class SocketLogin implements WebSocketGraphQlInterceptor {

    private static final String ACCOUNT = SocketLogin.class.getName();

    private final BearerTokenAuthenticationExtractor tokens = new BearerTokenAuthenticationExtractor();
    private final JwtAuthenticationProvider check;
    private final Sockets sockets;

    SocketLogin(JwtDecoder reader, Sockets sockets) {
        this.check = new JwtAuthenticationProvider(reader);
        check.setJwtAuthenticationConverter(Doors.accounts());
        this.sockets = sockets;
    }

    @Override
    public Mono<Object> handleConnectionInitialization(WebSocketSessionInfo socket, Map<String, Object> payload) {
        return tokens.getAuthentication(payload).<Authentication>map(check::authenticate)
                .switchIfEmpty(socket.getPrincipal().ofType(Authentication.class))
                .switchIfEmpty(Mono.error(() -> new AuthenticationCredentialsNotFoundException("No account was shown")))
                .doOnNext(account -> {
                    socket.getAttributes().put(ACCOUNT, new SecurityContextImpl(account));
                    sockets.admit(socket.getId(), account);
                }).doOnError(refused -> sockets.refuse(socket.getId())).then(Mono.empty());
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        if (!(request instanceof WebSocketGraphQlRequest onSocket)) {
            return chain.next(request);
        }
        Object account = onSocket.getSessionInfo().getAttributes().get(ACCOUNT);
        return account == null
                ? Mono.error(new AuthenticationCredentialsNotFoundException("Nobody was let in on this WebSocket"))
                : chain.next(request).contextWrite(context -> context.put(SecurityContext.class.getName(), account));
    }
}
