package zhiyin.voice;

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
class VoiceStore {

    // Sorted by customerId too, so that the index gives the order and only the page is read; the total is the customer's
    // degree, which the graph keeps.
    private static final String FEEDBACK_OF = """
            UNWIND $customers AS customer
            OPTIONAL MATCH (owner:Customer {id: customer})
            CALL (customer) {
              MATCH (answer:Feedback)
              WHERE answer.customerId = customer AND answer.id IS NOT NULL
                AND answer.answeredAt <= coalesce($after[0], datetime('9999-12-31T23:59:59Z'))
                AND ($after = [] OR answer.answeredAt < $after[0] OR answer.id < $after[1])
              WITH answer ORDER BY answer.customerId DESC, answer.answeredAt DESC, answer.id DESC LIMIT $limit
              RETURN collect(answer {.*}) AS feedback
            }
            RETURN customer, feedback, COUNT { (owner)-[:GAVE]->() } AS total
            """;

    private final Graph graph;

    VoiceStore(Graph graph) {
        this.graph = graph;
    }

    Map<String, Connection<Feedback>> feedbackOf(List<String> customers, PageRequest page) {
        Map<String, Object> parameters = Map.of("customers", customers, "limit", page.limit(), "after",
                page.afterKeys("feedback", OffsetDateTime::parse, Function.identity()));
        return graph.rows(FEEDBACK_OF, parameters).stream()
                .collect(toMap(row -> row.text("customer"), row -> feedback(row, page)));
    }

    private static Connection<Feedback> feedback(Row row, PageRequest page) {
        List<Feedback> feedback = row.rows("feedback").stream().map(Feedback::of).toList();
        return Connection.of(feedback, page, row.number("total"), Feedback::position);
    }
}
