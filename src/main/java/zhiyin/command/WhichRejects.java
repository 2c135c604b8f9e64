package zhiyin.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The rejects that a command is about. */
class WhichRejects {

    private static final String LATEST = "{ loads(first: 50) { nodes { number rejectCount } } }";

    @Option(names = "--load", paramLabel = "NUMBER", description = "Load that refused them; by default the latest that refused any.")
    private @Nullable Integer load;

    @Option(names = "--feed", paramLabel = "SOURCE.FEED", description = "Of this feed only.")
    private @Nullable String feed;

    @Option(names = "--reason", paramLabel = "REASON", description = "Of this reason only, such as TYPE.")
    private @Nullable String reason;

    @Option(names = "--status", paramLabel = "STATUS", description = "Only rows that are OPEN, CORRECTED, ACCEPTED, REFUSED_AGAIN or DISMISSED.")
    private @Nullable String status;

    /** The load's number. */
    int load(HubConnection hub) throws HubConnection.NotAnswered {
        if (load != null) {
            return load;
        }
        for (JsonNode each : hub.ask(LATEST, Map.of()).path("loads").path("nodes")) {
            if (each.path("rejectCount").asInt() > 0) {
                return each.path("number").asInt();
            }
        }
        throw new HubConnection.NotAnswered("None of the latest 50 loads refused a row; name another with --load.");
    }

    /** As variables of a question. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new HashMap<>();
        named().forEach(each -> variables.put(each.getKey(), each.getValue()));
        return variables;
    }

    /** Where the file of these lies. */
    String path(int number) {
        String query = named()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return "/loads/%d/rejects.csv%s".formatted(number, query.isEmpty() ? "" : "?" + query);
    }

    private Stream<Map.Entry<String, String>> named() {
        return Stream.of(entry("feed", feed), entry("reason", reason), entry("status", status)).flatMap(each -> each);
    }

    private static Stream<Map.Entry<String, String>> entry(String name, @Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(Map.entry(name, value));
    }
}
