package zhiyin.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the hub over HTTP, as a program with a role does. */
@TestComponent
public final class HubClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment environment;
    private final Credentials credentials;

    HubClient(Environment environment, Credentials credentials) {
        this.environment = environment;
        this.credentials = credentials;
    }

    /** The answer to a GraphQL document, asked by the client of a role such as {@code agent}. */
    public JsonNode ask(String role, String document) {
        return ask(role, document, Map.of());
    }

    /** The answer to a GraphQL document with variables. */
    public JsonNode ask(String role, String document, Map<String, Object> variables) {
        String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
        return JSON.readTree(send(request("/graphql").header("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json").header("Accept", "application/graphql-response+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))).body());
    }

    /** What the hub answers to the client of a role at a path. */
    public HttpResponse<String> get(String role, String path) {
        return send(request(path).header("Authorization", "Bearer " + token(role)));
    }

    /** Subscribes by server-sent events as the client of a role does. */
    public HubEvents listen(String role, String document) {
        return HubEvents.of(request("/graphql").header("Authorization", "Bearer " + token(role)), document);
    }

    /** Opens a WebSocket that has said nothing yet. */
    public HubSocket socket(String... headers) {
        return HubSocket.open(environment.getRequiredProperty("local.server.port"), headers);
    }

    /** The code of the first error of an answer; empty when it has none. */
    public static String code(JsonNode answer) {
        return answer.path("errors").path(0).path("extensions").path("code").asString("");
    }

    /** A token of the client of a role. */
    public String token(String role) {
        Credentials.Client client = credentials.clients().stream()
                .filter(one -> one.roles().contains(Role.valueOf(role.toUpperCase(Locale.ROOT)))).findFirst()
                .orElseThrow();
        String basic = Base64.getEncoder().encodeToString(
                (client.clientId() + ":" + client.clientSecret()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + basic));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + path));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&").append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
