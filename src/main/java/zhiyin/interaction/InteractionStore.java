package zhiyin.interaction;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.relay.Connection;
import zhiyin.relay.PageRequest;

@Component
class InteractionStore {

    // Sorted by customerId too, so that the index gives the order and only the page is read; the total is the customer's
    // degree, which the graph keeps.
    private static final String INTERACTIONS_OF = """
            UNWIND $customers AS customer
            OPTIONAL MATCH (owner:Customer {id: customer})
            CALL (customer) {
              MATCH (interaction:PartyInteraction)
              WHERE interaction.customerId = customer AND interaction.id IS NOT NULL
                AND interaction.startedAt <= coalesce($after[0], datetime('9999-12-31T23:59:59Z'))
                AND ($after = [] OR interaction.startedAt < $after[0] OR interaction.id < $after[1])
              WITH interaction ORDER BY interaction.customerId DESC, interaction.startedAt DESC, interaction.id DESC LIMIT $limit
              RETURN collect(interaction {.*}) AS interactions
            }
            RETURN customer, interactions, COUNT { (owner)-[:HAD]->() } AS total
            """;

    private final Graph graph;

    InteractionStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, Connection<PartyInteraction>> interactionsOf(List<String> customers, PageRequest page) {
        Map<String, Object> parameters = Map.of("customers", customers, "limit", page.limit(), "after",
                page.afterKeys("interactions", OffsetDateTime::parse, Function.identity()));
        return graph.rows(INTERACTIONS_OF, parameters).stream()
                .collect(toMap(row -> row.text("customer"), row -> interactions(row, page)));
    }

    private static Connection<PartyInteraction> interactions(Row row, PageRequest page) {
        List<PartyInteraction> interactions = row.rows("interactions").stream().map(PartyInteraction::of).toList();
        return Connection.of(interactions, page, row.number("total"), PartyInteraction::position);
    }
}
