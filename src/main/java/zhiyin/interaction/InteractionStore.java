package zhiyin.interaction;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

import zhiyin.graph.Graph;
import zhiyin.graph.Row;
import zhiyin.model.RecordKind;
import zhiyin.relay.NodeSource;
import zhiyin.relay.PageRequest;
import zhiyin.search.EventIndexes;
import zhiyin.search.EventSearch;
import zhiyin.search.EventSearch.Place;

/**
 * Reads interactions: those since the begin of the window from the graph, those before it from search. The graph says where the
 * window begins, and that moves only when both sides of it are whole; so no interaction is read twice, and none is missed.
 */
@Component
class InteractionStore implements NodeSource {

    private static final String TYPE = "PartyInteraction";

    // Sorted by customerId too, so that the index gives the order and only the page is read.
    private static final String INTERACTIONS_OF = """
            OPTIONAL MATCH (window:InteractionWindow {id: 'PartyInteraction'})
            WITH window.begin AS begin, coalesce(window.begin, datetime('-9999-01-01T00:00:00Z')) AS since
            UNWIND $customers AS customer
            OPTIONAL MATCH (owner:Customer {id: customer})
            CALL (customer, since) {
              MATCH (interaction:PartyInteraction)
              WHERE interaction.customerId = customer AND interaction.id IS NOT NULL AND interaction.startedAt >= since
                AND interaction.startedAt <= coalesce($after[0], datetime('9999-12-31T23:59:59Z'))
                AND ($after = [] OR interaction.startedAt < $after[0] OR interaction.id < $after[1])
              WITH interaction ORDER BY interaction.customerId DESC, interaction.startedAt DESC, interaction.id DESC LIMIT $limit
              RETURN collect(interaction {.*}) AS interactions
            }
            CALL (customer, since) {
              MATCH (interaction:PartyInteraction)
              WHERE interaction.customerId = customer AND interaction.id IS NOT NULL AND interaction.startedAt >= since
              RETURN count(interaction) AS within
            }
            CALL (owner, since) {
              OPTIONAL MATCH (owner)-[:HAD_MONTH]->(month:InteractionMonth) WHERE month.month < date(since)
              RETURN coalesce(sum(month.events), 0) AS before
            }
            RETURN customer, begin, interactions, within, before
            """;

    private static final String BY_ID = """
            OPTIONAL MATCH (window:InteractionWindow {id: 'PartyInteraction'})
            OPTIONAL MATCH (interaction:PartyInteraction {id: $id})
            RETURN window.begin AS begin, interaction {.*} AS interaction
            """;

    private final Graph graph;
    private final EventSearch older;

    @Autowired
    InteractionStore(Graph graph, EventIndexes indexes, RecordKind partyInteraction) {
        this(graph, indexes.of(partyInteraction).search());
    }

    InteractionStore(Graph graph, EventSearch older) {
        this.graph = graph;
        this.older = older;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Optional<PartyInteraction> find(String id) {
        Row found = graph.row(BY_ID, Map.of("id", id)).orElseThrow();
        if (found.values().get("interaction") != null) {
            return Optional.of(PartyInteraction.of(found.row("interaction")));
        }
        return found.optionalInstant("begin") == null ? Optional.empty() : older.find(id).map(PartyInteraction::of);
    }

    Map<String, InteractionPage> interactionsOf(List<String> customers, PageRequest page) {
        List<Object> after = page.afterKeys("interactions", OffsetDateTime::parse, Function.identity());
        List<Within> found = graph
                .rows(INTERACTIONS_OF, Map.of("customers", customers, "limit", page.limit(), "after", after)).stream()
                .map(Within::of).toList();
        Map<String, Integer> missing = found.stream().filter(within -> within.lacks(page) > 0)
                .collect(toMap(Within::customer, within -> within.lacks(page), Math::max));
        if (missing.isEmpty()) {
            return pages(found, page, Map.of(), null);
        }
        OffsetDateTime begin = found.getFirst().begin();
        try {
            return pages(found, page, older.before(place(begin, after), missing), null);
        } catch (DataAccessResourceFailureException away) {
            return pages(found, page, Map.of(), away);
        }
    }

    /** Older ones are read on from the begin of the window, or from where the page before ended when that was before it. */
    private static Place place(@Nullable OffsetDateTime begin, List<Object> after) {
        OffsetDateTime since = Objects.requireNonNull(begin);
        return after.isEmpty() || !((OffsetDateTime) after.getFirst()).isBefore(since)
                ? new Place(since, null)
                : new Place((OffsetDateTime) after.getFirst(), (String) after.getLast());
    }

    private static Map<String, InteractionPage> pages(List<Within> found, PageRequest page,
            Map<String, List<Row>> older, @Nullable DataAccessResourceFailureException away) {
        Map<String, InteractionPage> pages = new HashMap<>();
        found.forEach(within -> pages.put(within.customer(), within.page(page,
                older.getOrDefault(within.customer(), List.of()), away)));
        return pages;
    }

    /**
     * What the graph has of the interactions of a customer.
     *
     * @param begin  where the window begins; null when there is nothing before it
     * @param inside those of the page that are in the window
     * @param within how many are in the window
     * @param before how many are before it
     */
    private record Within(String customer, @Nullable OffsetDateTime begin, List<Row> inside, int within, int before) {

        static Within of(Row row) {
            return new Within(row.text("customer"), row.optionalInstant("begin"), row.rows("interactions"),
                    row.number("within"), row.number("before"));
        }

        /** How many must be looked for before the window: one more than the page has tells whether there is a next. */
        int lacks(PageRequest page) {
            return before == 0 || inside.size() >= page.first() ? 0 : page.limit() - inside.size();
        }

        InteractionPage page(PageRequest page, List<Row> older, @Nullable DataAccessResourceFailureException away) {
            List<PartyInteraction> all = Stream.concat(inside.stream(), older.stream()).map(PartyInteraction::of)
                    .toList();
            boolean isCut = away != null && lacks(page) > 0;
            boolean hasMore = all.size() > page.first() || isCut || before > 0 && inside.size() == page.first();
            return new InteractionPage(all, page, hasMore, within + before,
                    isCut && inside.isEmpty() ? begin : null);
        }
    }
}
