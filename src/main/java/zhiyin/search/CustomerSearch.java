package zhiyin.search;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import zhiyin.contact.ContactSettings;
import zhiyin.customer.Customer;
import zhiyin.customer.Customers;
import zhiyin.relay.Cursor;
import zhiyin.relay.InvalidPageException;
import zhiyin.relay.PageInfo;
import zhiyin.relay.PageRequest;
import zhiyin.search.CustomerSearchConnection.CustomerSearchEdge;

/** Asks the index which customers fit, and the graph who they are. */
@Component
class CustomerSearch {

    private final SearchServer server;
    private final Customers customers;
    private final ContactSettings contacts;
    private final Timer reads;

    CustomerSearch(SearchServer server, Customers customers, ContactSettings contacts, MeterRegistry meters) {
        this.reads = Timer.builder("zhiyin.search.read").description("Searches, until the server's answer")
                .register(meters);
        this.server = server;
        this.customers = customers;
        this.contacts = contacts;
    }

    private record Found(String id, double score) {

        Cursor position(String list) {
            return Cursor.at(list, Double.toString(score), id);
        }
    }

    CustomerSearchConnection search(String text, PageRequest page) {
        // A position among the answers to one text says nothing among those to another.
        String list = "search:" + Integer.toHexString(text.hashCode());
        List<FieldValue> after = after(page.afterKeys(list, 2));
        Optional<Query> query = CustomerQuery.of(text, contacts.regions());
        if (query.isEmpty()) {
            return CustomerSearchConnection.NOBODY;
        }
        SearchResponse<Void> answer = Objects.requireNonNull(reads.record(() -> server
                .call(client -> client.search(request(query.get(), page, after), Void.class))));
        List<Found> found = answer.hits().hits().stream().map(CustomerSearch::found).toList();
        return connection(found, page, list, Math.toIntExact(Objects.requireNonNull(answer.hits().total()).value()));
    }

    private static SearchRequest request(Query query, PageRequest page, List<FieldValue> after) {
        return SearchRequest.of(asked -> {
            asked.index(IndexMapping.ALIAS).query(query).size(page.limit()).trackTotalHits(total -> total.enabled(true))
                    .trackScores(true).source(source -> source.fetch(false))
                    .sort(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                    .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc)));
            return after.isEmpty() ? asked : asked.searchAfter(after);
        });
    }

    private static List<FieldValue> after(List<String> keys) {
        try {
            return keys.isEmpty()
                    ? List.of()
                    : List.of(FieldValue.of(Double.parseDouble(keys.get(0))), FieldValue.of(keys.get(1)));
        } catch (NumberFormatException tampered) {
            throw new InvalidPageException("after", "it is not a cursor of this connection");
        }
    }

    private static Found found(Hit<Void> hit) {
        return new Found(Objects.requireNonNull(hit.id()), Objects.requireNonNull(hit.score()));
    }

    private CustomerSearchConnection connection(List<Found> found, PageRequest page, String list, int total) {
        List<Found> here = found.stream().limit(page.first()).toList();
        Map<String, Customer> known = customers.byId(here.stream().map(Found::id).toList());
        // One that left the graph since it was indexed is no answer any more.
        List<CustomerSearchEdge> edges = here.stream().filter(one -> known.containsKey(one.id()))
                .map(one -> edge(one, Objects.requireNonNull(known.get(one.id())), list)).toList();
        PageInfo where = new PageInfo(found.size() > page.first(), page.after() != null,
                here.isEmpty() ? null : here.getFirst().position(list).encoded(),
                here.isEmpty() ? null : here.getLast().position(list).encoded());
        return new CustomerSearchConnection(edges, where, total);
    }

    private static CustomerSearchEdge edge(Found found, Customer customer, String list) {
        return new CustomerSearchEdge(found.position(list).encoded(), customer, found.score());
    }
}
