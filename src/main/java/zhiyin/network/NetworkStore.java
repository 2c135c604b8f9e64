package zhiyin.network;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;

@Component
class NetworkStore {

    // Lines of a customer are told as one. One fault touches them all, so outages are those of the line that had most.
    // Grouped and sorted by customerId too, so that the index gives the order and only twelve months are read.
    private static final String EXPERIENCE_OF = """
            UNWIND $customers AS customer
            CALL (customer) {
              MATCH (line:NetworkExperience)
              WHERE line.customerId = customer AND line.month IS NOT NULL
              WITH line.customerId AS owner, line.month AS month,
                   CASE count(line.drops) WHEN 0 THEN null ELSE sum(line.drops) END AS drops,
                   avg(line.throughput) AS throughput, avg(line.latency) AS latency,
                   max(line.outages) AS outages, toInteger(round(avg(line.score))) AS score
              ORDER BY owner DESC, month DESC LIMIT 12
              RETURN collect({month: month, drops: drops, throughput: throughput, latency: latency,
                              outages: outages, score: score}) AS months
            }
            RETURN customer, months
            """;

    private static final String AREAS_AT = """
            UNWIND $postalCodes AS postalCode
            MATCH (area:Area {postalCode: postalCode})
            RETURN area {.*} AS area ORDER BY area.id
            """;

    private final Graph graph;

    NetworkStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, List<NetworkExperience>> experienceOf(List<String> customers) {
        return graph.rows(EXPERIENCE_OF, Map.of("customers", customers)).stream().collect(
                toMap(row -> row.text("customer"),
                        row -> row.rows("months").stream().map(NetworkExperience::of).toList()));
    }

    /** Areas by postal code; without those that no source knows. Where sources disagree, the first by id. */
    Map<String, Area> areasAt(List<String> postalCodes) {
        return graph.rows(AREAS_AT, Map.of("postalCodes", postalCodes)).stream().map(row -> Area.of(row.row("area")))
                .collect(toMap(Area::postalCode, Function.identity(), (first, other) -> first));
    }
}
