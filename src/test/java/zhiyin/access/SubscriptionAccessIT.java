package zhiyin.access;

import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.JsonNode;

import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who may subscribe, until when, and to how much. */
@HubTest(properties = {"zhiyin.sockets.most=3", "zhiyin.sockets.message=16KB", "zhiyin.api.subscriptions-of-one=3",
        "spring.graphql.websocket.connection-init-timeout=2s", "spring.graphql.websocket.keep-alive=1s",
        "zhiyin.sockets.silence=4s", "spring.graphql.http.sse.keep-alive=1s"})
@Import(HubClient.class)
class SubscriptionAccessIT {

    private static final String PROGRESS = "subscription { loadProgress { id } }";

    private final HubClient hub;
    private final Credentials credentials;
    private final JWKSource<SecurityContext> key;
    private final MeterRegistry meters;

    @Autowired
    SubscriptionAccessIT(HubClient hub, Credentials credentials, JWKSource<SecurityContext> key,
            MeterRegistry meters) {
        this.hub = hub;
        this.credentials = credentials;
        this.key = key;
        this.meters = meters;
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "marketer", "manager", "admin"})
    void onlyEngineersFollowLoads(String role) throws InterruptedException {
        try (HubEvents events = hub.listen(role, PROGRESS); HubSocket socket = hub.socket().init(hub.token(role))) {
            assertThat(HubClient.code(events.next())).isEqualTo("FORBIDDEN");
            events.awaitComplete();
            socket.next("connection_ack");
            JsonNode error = socket.subscribe("1", PROGRESS).next("error").path("payload").path(0);
            assertThat(error.path("extensions").path("code").asString()).isEqualTo("FORBIDDEN");
            assertThat(error.path("extensions").path("traceId").asString()).matches("[0-9a-f]{32}");
        }
    }

    @Test
    void whoShowsNoAccountIsShownOut() throws InterruptedException {
        assertThat(hub.socket().send("{\"type\":\"connection_init\"}").awaitClose()).isEqualTo(4403);
        assertThat(hub.socket().init("not.a.token").awaitClose()).isEqualTo(4403);
        assertThat(hub.socket().subscribe("1", PROGRESS).awaitClose()).isEqualTo(4401);
        assertThat(hub.socket().awaitClose()).as("says nothing").isEqualTo(4408);
        assertThat(hub.socket().send("nonsense").awaitClose()).isEqualTo(4400);
        assertThat(hub.socket().send("{\"type\":\"nonsense\"}").awaitClose()).isEqualTo(4400);
        assertThat(hub.socket().send("x".repeat(20_000)).awaitClose()).as("too large").isEqualTo(1009);
        assertThat(HubEvents.of(hub.request("/graphql"), PROGRESS).status()).isEqualTo(403);
        assertThat(HubEvents.of(hub.request("/graphql").header("Authorization", "Bearer x"), PROGRESS).status())
                .isEqualTo(401);
        assertThatThrownBy(() -> hub.socket("Authorization", "Bearer x")).isInstanceOf(CompletionException.class);
    }

    @Test
    void aTokenMayComeWithTheHandshake() throws InterruptedException {
        try (HubSocket socket = hub.socket("Authorization", "Bearer " + hub.token("engineer"))) {
            socket.send("{\"type\":\"connection_init\"}").next("connection_ack");
            JsonNode answer = socket.subscribe("1", "{ viewer { name } }").next("next");
            assertThat(answer.path("payload").path("data").path("viewer").path("name").asString())
                    .isEqualTo("engineer-client");
        }
    }

    @Test
    void pagesOfOtherOriginsOpenNoSocket() {
        assertThatThrownBy(() -> hub.socket("Origin", "https://elsewhere.example"))
                .isInstanceOf(CompletionException.class)
                .cause().isInstanceOfSatisfying(WebSocketHandshakeException.class,
                        refused -> assertThat(refused.getResponse().statusCode()).isEqualTo(403));
    }

    @Test
    void aTokenThatExpiresEndsWhatItBegan() throws InterruptedException {
        String token = token(Instant.now().plusSeconds(3));
        try (HubEvents events = HubEvents.of(hub.request("/graphql").header("Authorization", "Bearer " + token),
                PROGRESS); HubSocket socket = hub.socket().init(token)) {
            socket.next("connection_ack");
            socket.subscribe("1", PROGRESS);
            events.awaitKeepAlive();
            assertThat(HubClient.code(events.nextWithErrors())).isEqualTo("UNAUTHENTICATED");
            events.awaitComplete();
            assertThat(socket.awaitClose()).isEqualTo(4403);
        }
    }

    @Test
    void aSessionThatEndsTakesItsSubscriptionsWithIt() throws InterruptedException {
        Map<String, String> one = signIn();
        Map<String, String> other = signIn();
        try (HubEvents events = listen(one);
                HubEvents others = listen(other);
                HubSocket socket = hub.socket("Cookie", "ZHIYIN_SESSION=" + one.get("session"))) {
            socket.send("{\"type\":\"connection_init\"}").next("connection_ack");
            events.awaitKeepAlive();
            assertThat(hub.send(with(hub.form("/logout", Map.of()), one)).statusCode()).isEqualTo(204);

            assertThat(HubClient.code(events.nextWithErrors())).isEqualTo("UNAUTHENTICATED");
            assertThat(socket.awaitClose()).as("by the hub, or by the web server that ends the session").isIn(4403,
                    1008);
            others.awaitKeepAlive();
        }
    }

    @Test
    void aSubscriptionNeedsAStream() {
        assertThat(HubClient.code(hub.ask("engineer", PROGRESS))).isEqualTo("BAD_USER_INPUT");
        assertThat(HubClient.code(hub.ask("agent", PROGRESS))).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void aQueryIsAnsweredAsAStreamToo() throws InterruptedException {
        try (HubEvents events = hub.listen("engineer", "{ viewer { name } }")) {
            assertThat(events.next().path("data").path("viewer").path("name").asString()).isEqualTo("engineer-client");
            events.awaitComplete();
        }
    }

    @Test
    void limitsHoldForSubscriptions() throws InterruptedException {
        String costly = "subscription { loadProgress { rejects(first: 100) { nodes { %s } } } }".formatted(
                String.join(" ", java.util.stream.IntStream.range(0, 31).mapToObj(i -> "a" + i + ": file").toList()));
        String two = "subscription { loadProgress { id } another: loadProgress { id } }";
        for (String document : List.of(costly, two)) {
            try (HubEvents events = hub.listen("engineer", document);
                    HubSocket socket = hub.socket().init(hub.token("engineer"))) {
                String code = document.equals(two) ? "BAD_USER_INPUT" : "TOO_COMPLEX";
                assertThat(HubClient.code(events.next())).isEqualTo(code);
                socket.next("connection_ack");
                assertThat(socket.subscribe("1", document).next("error").path("payload").path(0).path("extensions")
                        .path("code").asString()).isEqualTo(code);
            }
        }
    }

    @Test
    void connectionsAndSubscriptionsAreBounded() throws InterruptedException {
        List<HubSocket> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(hub.socket().init(hub.token("engineer")));
            open.getLast().next("connection_ack");
        }
        assertThat(hub.socket().awaitClose()).isEqualTo(1013);

        for (String id : List.of("1", "2", "3")) {
            open.getFirst().subscribe(id, PROGRESS);
        }
        while (meters.get("zhiyin.subscriptions").gauge().value() < 3) {
            Thread.sleep(10);
        }
        JsonNode refused = open.getLast().subscribe("4", PROGRESS).next("error").path("payload").path(0);
        assertThat(refused.path("extensions").path("code").asString()).isEqualTo("UNAVAILABLE");
        assertThat(open.getFirst().subscribe("3", PROGRESS).awaitClose()).as("the same id twice").isEqualTo(4409);
        open.forEach(HubSocket::close);
        for (HubSocket socket = hub.socket();; socket = hub.socket()) {
            if (socket.init(hub.token("engineer")).isAcknowledged()) {
                socket.close();
                return;
            }
        }
    }

    private String token(Instant expiresAt) {
        return new NimbusJwtEncoder(key).encode(JwtEncoderParameters.from(JwtClaimsSet.builder().subject("short-lived")
                .issuedAt(expiresAt.minusSeconds(10)).expiresAt(expiresAt).claim("roles", List.of("ENGINEER")).build()))
                .getTokenValue();
    }

    private Map<String, String> signIn() {
        String csrf = cookie(hub.send(hub.request("/console/")), "XSRF-TOKEN");
        String password = credentials.users().stream().filter(user -> user.username().equals("engineer")).findFirst()
                .orElseThrow().password();
        HttpResponse<String> login = hub.send(with(hub.form("/login", Map.of("username", "engineer", "password",
                password)), Map.of("csrf", csrf)));
        String session = cookie(login, "ZHIYIN_SESSION");
        String fresh = cookie(hub.send(hub.request("/console/").header("Cookie", "ZHIYIN_SESSION=" + session)),
                "XSRF-TOKEN");
        return Map.of("session", session, "csrf", fresh);
    }

    private HubEvents listen(Map<String, String> account) {
        return HubEvents.of(with(hub.request("/graphql"), account), PROGRESS);
    }

    private static java.net.http.HttpRequest.Builder with(java.net.http.HttpRequest.Builder request,
            Map<String, String> account) {
        String csrf = account.getOrDefault("csrf", "");
        String session = account.containsKey("session") ? "; ZHIYIN_SESSION=" + account.get("session") : "";
        return request.header("Cookie", "XSRF-TOKEN=" + csrf + session).header("X-XSRF-TOKEN", csrf)
                .header("X-Requested-With", "fetch");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';'))).filter(value -> !value.isEmpty())
                .reduce((first, second) -> second).orElseThrow();
    }
}
