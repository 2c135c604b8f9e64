package zhiyin.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub that runs, which a command asks through its API, with the engineer's client out of the data folder. */
class HubConnection {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ROLE = "ENGINEER";

    @Option(names = "--url", description = "Where the hub answers; by default on this machine, port SERVER_PORT or 8080.", defaultValue = "http://127.0.0.1:${env:SERVER_PORT:-8080}")
    @SuppressWarnings("NullAway.Init")
    private URI url;

    @Option(names = "--data", description = "The hub's data folder, for its credentials.json.", defaultValue = "${env:ZHIYIN_DATA:-data}")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @Option(names = "--client", paramLabel = "ID", description = "Client to sign in as, with its secret in ZHIYIN_CLIENT_SECRET; by default the engineer's of credentials.json.")
    private @Nullable String client;

    /** Why the hub could not be asked, for people. */
    static class NotAnswered extends IOException {

        private static final long serialVersionUID = 1L;

        NotAnswered(String message) {
            super(message);
        }
    }

    /**
     * Answers the data of a GraphQL document.
     *
     * @throws NotAnswered when the hub does not answer, or not with data
     */
    JsonNode ask(String document, Map<String, Object> variables) throws NotAnswered {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
            JsonNode answer = JSON.readTree(send(http,
                    request("/graphql").header("Authorization", "Bearer " + token(http))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/graphql-response+json").POST(BodyPublishers.ofString(body))
                            .build())
                    .body());
            if (!answer.path("data").isObject()) {
                throw new NotAnswered("The hub at %s refused: %s"
                        .formatted(url, answer.path("errors").path(0).path("message").asString(answer.toString())));
            }
            return answer.path("data");
        }
    }

    /**
     * Writes what the hub answers at a path, as it comes.
     *
     * @throws NotAnswered when the hub does not answer, or refuses
     */
    void download(String path, OutputStream to) throws IOException {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<InputStream> answer = send(http,
                    request(path).header("Authorization", "Bearer " + token(http)).build(),
                    BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new NotAnswered("The hub at %s answered %d to %s".formatted(url, answer.statusCode(), path));
                }
                body.transferTo(to);
            }
        }
    }

    private String token(HttpClient http) throws NotAnswered {
        HttpResponse<String> answer = send(http, request("/oauth2/token").header("Authorization", "Basic " + Base64
                .getEncoder().encodeToString(account().getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")).build());
        if (answer.statusCode() != 200) {
            throw new NotAnswered(
                    "The hub at %s does not know this client: name the hub's --data folder, or another --client."
                            .formatted(url));
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private String account() throws NotAnswered {
        String secret = System.getenv("ZHIYIN_CLIENT_SECRET");
        if (client != null && secret != null) {
            return client + ":" + secret;
        }
        Path file = data.resolve("credentials.json");
        for (JsonNode known : read(file).path("clients")) {
            boolean isEngineer = known.path("roles").valueStream().anyMatch(role -> role.asString().equals(ROLE));
            if (client == null ? isEngineer : known.path("clientId").asString().equals(client)) {
                return known.path("clientId").asString() + ":" + known.path("clientSecret").asString();
            }
        }
        throw new NotAnswered("%s has no client %s.".formatted(file, client == null ? "with role " + ROLE : client));
    }

    private static JsonNode read(Path file) throws NotAnswered {
        try {
            return JSON.readTree(file.toFile());
        } catch (JacksonException unreadable) {
            throw new NotAnswered(
                    "%s cannot be read (%s): name the hub's --data folder, or a --client with its secret in ZHIYIN_CLIENT_SECRET."
                            .formatted(file, unreadable.getOriginalMessage()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpClient http, HttpRequest request) throws NotAnswered {
        return send(http, request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpClient http, HttpRequest request, BodyHandler<T> body) throws NotAnswered {
        try {
            return http.send(request, body);
        } catch (IOException silent) {
            throw new NotAnswered("The hub does not answer at %s (%s): start it, or name its --url."
                    .formatted(url, silent));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotAnswered("Stopped while the hub at %s was asked.".formatted(url));
        }
    }
}
