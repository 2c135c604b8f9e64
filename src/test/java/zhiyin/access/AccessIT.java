package zhiyin.access;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

@HubTest
@Import(HubClient.class)
class AccessIT {

    private static final String CUSTOMERS = "{ customers(first: 1) { nodes { id } } }";

    @Autowired
    HubClient hub;

    @Autowired
    Credentials credentials;

    @Value("${zhiyin.data}")
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"credentials.json", "signing-key.json"})
    void onlyTheOwnerCanReadTheSecrets(String file) throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(file))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @CsvSource({"agent, AGENT", "marketer, MARKETER", "engineer, ENGINEER", "manager, MANAGER", "admin, ADMIN"})
    void everyClientGetsATokenWithItsRole(String name, String role) {
        var viewer = hub.ask(name, "{ viewer { name roles } }").path("data").path("viewer");

        assertThat(viewer.path("name").asString()).isEqualTo(name + "-client");
        assertThat(viewer.path("roles").values()).extracting(one -> one.asString()).containsExactly(role);
    }

    @ParameterizedTest
    @CsvSource({"agent, true", "manager, true", "marketer, false", "engineer, false", "admin, false"})
    void onlyAgentsAndManagersReadCustomers(String role, boolean reads) {
        for (String field : List.of("customer(id: \"Q3VzdG9tZXI6MQ\") { id }", "customers { nodes { id } }",
                "identifyCaller(by: {phone: \"0912345678\"}) { likelihood }", "node(id: \"Q3VzdG9tZXI6MQ\") { id }",
                "searchCustomers(query: \"wang\") { totalCount }")) {
            String code = HubClient.code(hub.ask(role, "{ " + field + " }"));
            assertThat(code.equals("FORBIDDEN")).as("%s asks %s and gets '%s'", role, field, code).isEqualTo(!reads);
        }
    }

    @ParameterizedTest
    @CsvSource({"agent", "manager", "marketer", "admin"})
    void nobodyButEngineersReadsOrStartsLoads(String role) {
        for (String operation : List.of("{ loads { nodes { number } } }", "{ node(id: \"TG9hZDox\") { id } }",
                "mutation { loadStart(input: {full: false}) { load { number } userErrors { code } } }")) {
            assertThat(HubClient.code(hub.ask(role, operation))).as("%s asks %s", role, operation)
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void anEngineerStartsALoadAndFollowsIt() throws InterruptedException {
        JsonNode started = hub.ask("engineer", """
                mutation { loadStart(input: {full: false}) { load { id number status } userErrors { code } } }""")
                .path("data").path("loadStart");
        assertThat(started.path("userErrors").size()).isZero();
        assertThat(started.path("load").path("number").asInt()).isPositive();
        assertThat(started.path("load").path("status").asString()).isEqualTo("RUNNING");

        String node = "{ node(id: \"" + started.path("load").path("id").asString()
                + "\") { id ... on Load { status } } }";
        Instant end = Instant.now().plusSeconds(60);
        String status = "RUNNING";
        while ((status.isEmpty() || status.equals("RUNNING")) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            status = hub.ask("engineer", node).path("data").path("node").path("status").asString("");
        }
        // This hub has no files: how a load ends is told by the tests of loads.
        assertThat(status).isEqualTo("COMPLETED");
        assertThat(hub.ask("engineer", "{ loads(first: 1) { nodes { id } } }").path("data").path("loads").path("nodes")
                .path(0).path("id")).isEqualTo(started.path("load").path("id"));
    }

    @Test
    void whoHasNoAccountIsToldSoAsGraphQlTellsErrors() {
        HttpResponse<String> answer = hub.send(hub.request("/graphql").header("Content-Type", "application/json")
                .header("Authorization", "Bearer not.a.token")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ viewer { name } }\"}")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(answer.body()).contains("\"errors\"", "\"UNAUTHENTICATED\"", "\"traceId\"");
    }

    @ParameterizedTest
    @CsvSource({"/graphql, 401", "/actuator, 401", "/actuator/env, 401", "/actuator/prometheus, 401", "/anything, 401",
            "/actuator/health, 200",
            "/console/nothing.js, 404"})
    void everythingButTheConsoleAndHealthNeedsALogin(String path, int status) {
        assertThat(hub.send(hub.request(path)).statusCode()).isEqualTo(status);
    }

    @Test
    void aPersonSignsInAsksAndSignsOut() {
        String csrf = cookie(hub.send(hub.request("/console/")), "XSRF-TOKEN");
        HttpResponse<String> login = login("manager", password("manager"), csrf);
        assertThat(login.statusCode()).isEqualTo(204);
        assertThat(login.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("ZHIYIN_SESSION=") && set.contains("HttpOnly")
                        && set.contains("SameSite=Lax"));

        String session = cookie(login, "ZHIYIN_SESSION");
        HttpResponse<String> first = asked(session, "", "");
        assertThat(first.statusCode()).isEqualTo(403);
        String fresh = cookie(first, "XSRF-TOKEN");
        assertThat(asked(session, fresh, fresh).body()).contains("\"manager\"");

        HttpResponse<String> logout = hub.send(with(hub.form("/logout", Map.of()), session, fresh, fresh));
        assertThat(logout.statusCode()).isEqualTo(204);
        String last = cookie(hub.send(hub.request("/console/")), "XSRF-TOKEN");
        assertThat(asked(session, last, last).statusCode()).isEqualTo(401);
    }

    @Test
    void aLoginWithoutTheTokenOfTheCookieIsRefused() {
        assertThat(login("agent", password("agent"), "").statusCode()).isEqualTo(403);
    }

    @Test
    void afterTenFailuresNotEvenTheRightPasswordDoes() {
        String csrf = cookie(hub.send(hub.request("/console/")), "XSRF-TOKEN");
        for (int failure = 0; failure < FailedLogins.ALLOWED; failure++) {
            assertThat(login("engineer", "wrong", csrf).statusCode()).isEqualTo(401);
        }
        assertThat(login("engineer", password("engineer"), csrf).statusCode()).isEqualTo(401);
        assertThat(login("admin", password("admin"), csrf).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/", "/graphql", "/oauth2/jwks", "/actuator/health"})
    void browsersAreToldWhatToForbid(String path) {
        HttpResponse<String> answer = hub.send(hub.request(path));

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'",
                "script-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
    }

    @Test
    void aTokenNeedsNoSessionAndMakesNone() {
        HttpResponse<String> answer = hub.send(hub.request("/graphql").header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + hub.token("agent"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + CUSTOMERS + "\"}")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(set -> set.startsWith("ZHIYIN_SESSION"));
    }

    private HttpResponse<String> login(String user, String password, String csrf) {
        return hub.send(with(hub.form("/login", Map.of("username", user, "password", password)), "", csrf, csrf)
                .header("X-Requested-With", "fetch"));
    }

    private HttpResponse<String> asked(String session, String cookie, String header) {
        return hub.send(with(hub.request("/graphql").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ viewer { name } }\"}")), session, cookie,
                header));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String session, String cookie,
            String header) {
        String cookies = Map.of("ZHIYIN_SESSION", session, "XSRF-TOKEN", cookie).entrySet().stream()
                .filter(one -> !one.getValue().isEmpty()).map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        return (cookies.isEmpty() ? request : request.header("Cookie", cookies)).header("X-XSRF-TOKEN",
                header.isEmpty() ? "none" : header);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream().filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1, set.indexOf(';'))).filter(value -> !value.isEmpty())
                .reduce((first, second) -> second).orElseThrow();
    }

    private String password(String user) {
        return credentials.users().stream().filter(one -> one.username().equals(user)).findFirst().orElseThrow()
                .password();
    }
}
