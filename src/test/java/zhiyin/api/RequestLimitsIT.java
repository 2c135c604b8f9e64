package zhiyin.api;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import zhiyin.access.HubClient;
import zhiyin.stores.HubTest;

import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HubTest
@Import(HubClient.class)
class RequestLimitsIT {

    @Autowired
    HubClient hub;

    static Stream<Arguments> attacks() {
        return Stream.of(arguments("aliases", "{ " + times(101, "a%d: __typename") + " }"),
                arguments("copies", "{ " + times(500, "__typename") + " }"),
                arguments("directives", "{ __typename " + times(10, "@aa") + " }"),
                arguments("many directives", "{ __typename " + times(1000, "@include(if: true)") + " }"),
                arguments("tokens", "{ " + times(20_000, "__typename") + " }"),
                arguments("characters", "{ __typename } #" + "x".repeat(2_000_000)),
                arguments("page", "{ customers(first: 100000) { nodes { id } } }"),
                arguments("nested pages", """
                        { customers(first: 100) { nodes { bills(first: 100) { nodes { id billNo periodEnd } } } } }"""),
                arguments("fragments that double", doubling(40)),
                arguments("depth",
                        "{ __schema { types { " + "ofType { ".repeat(300) + "name" + " }".repeat(302) + " }"),
                arguments("circular introspection",
                        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void whoAsksForTooMuchIsRefused(String attack, String document) {
        JsonNode answer = hub.ask("agent", document);

        assertThat(HubClient.code(answer)).as(attack).isEqualTo("TOO_COMPLEX");
        assertThat(answer.path("data").isObject()).isFalse();
        assertThat(answer.path("errors").size()).isEqualTo(1);
    }

    @Test
    void thePageOfAVariableCounts() {
        JsonNode answer = hub.ask("agent", "query($n: Int!) { customers(first: $n) { nodes { id } } }",
                Map.of("n", 100_000));

        assertThat(HubClient.code(answer)).isEqualTo("TOO_COMPLEX");
    }

    @Test
    void everyAnswerTellsWhatItCost() {
        JsonNode cost = hub.ask("agent", "{ customers(first: 10) { nodes { id displayName } } }").path("extensions")
                .path("cost");

        assertThat(cost.path("requested").asInt()).isEqualTo(1 + 10 * (1 + 2));
        assertThat(cost.path("limit").asInt()).isEqualTo(25_000);
    }

    @Test
    void aPageThatCannotBeNamesItsArgument() {
        JsonNode error = hub.ask("agent", "{ customers(first: 101) { nodes { id } } }").path("errors").path(0);

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("argument").asString()).isEqualTo("first");
        assertThat(error.path("message").asString()).contains("101 is not between 1 and 100");
    }

    @Test
    void aCursorOfAnotherListNamesItsArgument() {
        JsonNode error = hub.ask("agent", "{ searchCustomers(query: \"a\", after: \"T18w\") { totalCount } }")
                .path("errors").path(0);

        assertThat(error.path("extensions").path("argument").asString()).isEqualTo("after");
    }

    @Test
    void everyErrorHasACodeAndATraceIdAndTellsNothingInternal() {
        JsonNode error = hub.ask("agent", "{ nothing }").path("errors").path(0);

        assertThat(error.path("extensions").path("code").asString()).isEqualTo("BAD_USER_INPUT");
        assertThat(error.path("extensions").path("traceId").asString()).matches("[0-9a-f]{32}");
        assertThat(error.toString()).doesNotContain("zhiyin.", "Exception");
    }

    @Test
    void theStandardIntrospectionQueryIsAnswered() {
        assertThat(hub.ask("agent", graphql.introspection.IntrospectionQuery.INTROSPECTION_QUERY).path("data")
                .path("__schema").path("types").size()).isGreaterThan(50);
    }

    private static String times(int times, String text) {
        return IntStream.range(0, times).mapToObj(text::formatted).collect(Collectors.joining(" "));
    }

    private static String doubling(int levels) {
        return "{ ...f0 } " + times(1, "fragment f" + levels + " on Query { __typename } ")
                + IntStream.range(0, levels)
                        .mapToObj(level -> "fragment f%d on Query { ...f%d ...f%d }".formatted(level,
                                level + 1, level + 1))
                        .collect(Collectors.joining(" "));
    }
}
