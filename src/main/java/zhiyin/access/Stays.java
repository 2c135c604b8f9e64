package zhiyin.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.web.session.HttpSessionDestroyedEvent;
import org.springframework.stereotype.Component;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Until when somebody who came in may stay: a program until its token expires, a person until the session ends, nobody longer
 * than the hub serves.
 */
@Component
@ConditionalOnWebApplication
class Stays {

    private static final Duration LONGEST_WAIT_TO_TELL = Duration.ofSeconds(1);

    private final Clock clock = Clock.systemUTC();
    private final Sinks.Many<Authentication> left = Sinks.many().multicast().directBestEffort();
    private final Sinks.Empty<Void> closing = Sinks.empty();

    /** Completes when an account may stay no longer. It is this very one: two sessions of one person may be equal. */
    @SuppressWarnings("ReferenceEquality")
    Mono<Void> end(Authentication account) {
        Mono<?> signedOut = left.asFlux().filter(one -> one == account).next();
        return Mono.firstWithSignal(signedOut, expiry(account)).then();
    }

    /** Completes when the hub stops serving. */
    Mono<Void> closing() {
        return closing.asMono();
    }

    private Mono<?> expiry(Authentication account) {
        Instant expiresAt = account.getPrincipal() instanceof Jwt token ? token.getExpiresAt() : null;
        return expiresAt == null ? Mono.never() : Mono.delay(Duration.between(clock.instant(), expiresAt));
    }

    /** A person signed out, or the session was idle for too long. The session holds the very account that came in. */
    @EventListener
    void sessionEnded(HttpSessionDestroyedEvent ended) {
        ended.getSecurityContexts().forEach(this::leave);
    }

    private void leave(SecurityContext context) {
        Authentication account = context.getAuthentication();
        if (account != null) {
            left.emitNext(account, Sinks.EmitFailureHandler.busyLooping(LONGEST_WAIT_TO_TELL));
        }
    }

    /** Open streams would hold up the stop of the web server, which waits for requests under way. */
    @EventListener(ContextClosedEvent.class)
    void hubStops() {
        closing.tryEmitEmpty();
    }
}
