package zhiyin.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.Hit;

import zhiyin.graph.Row;
import zhiyin.model.EventDocument;
import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** Finds events in an index. */
class EventQueries implements EventSearch {

    private final List<RecordField> moments;
    private final String alias;
    private final SearchServer server;

    EventQueries(RecordKind kind, String alias, SearchServer server) {
        this.moments = EventMapping.moments(kind);
        this.alias = alias;
        this.server = server;
    }

    @Override
    public Map<String, List<Row>> before(Place place, Map<String, Integer> limits) {
        if (limits.isEmpty()) {
            return Map.of();
        }
        List<String> customers = List.copyOf(limits.keySet());
        List<RequestItem> asked = customers.stream().map(
                customer -> request(customer, place, Objects.requireNonNull(limits.get(customer)))).toList();
        MsearchResponse<Map<String, Object>> answer = server
                .call(client -> client.msearch(all -> all.index(alias).searches(asked), documents()));
        Map<String, List<Row>> found = new HashMap<>();
        for (int at = 0; at < customers.size(); at++) {
            found.put(customers.get(at), rows(answer.responses().get(at)));
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Class<Map<String, Object>> documents() {
        return (Class<Map<String, Object>>) (Class<?>) Map.class;
    }

    private static RequestItem request(String customer, Place place, int limit) {
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, place.at().toInstant());
        return RequestItem.of(item -> item.header(header -> header).body(body -> {
            body.size(limit).trackTotalHits(total -> total.enabled(false))
                    .query(any -> any.bool(all -> all
                            .filter(one -> one.term(term -> term.field(EventDocument.CUSTOMER).value(customer)))
                            .filter(one -> one.range(range -> range.number(number -> number.field(EventDocument.AT)
                                    .lte((double) (place.id() == null ? at - 1 : at)))))))
                    .sort(sort -> sort.field(field -> field.field(EventDocument.AT).order(SortOrder.Desc)))
                    .sort(sort -> sort.field(field -> field.field("id").order(SortOrder.Desc)));
            return place.id() == null
                    ? body
                    : body.searchAfter(List.of(FieldValue.of(at), FieldValue.of(place.id())));
        }));
    }

    private List<Row> rows(MultiSearchResponseItem<Map<String, Object>> answer) {
        if (answer.isFailure()) {
            throw SearchAwayException.busy(Objects.requireNonNullElse(answer.failure().status(), 0), null);
        }
        List<Row> rows = new ArrayList<>();
        for (Hit<Map<String, Object>> hit : answer.result().hits().hits()) {
            rows.add(row(Objects.requireNonNull(hit.source())));
        }
        return rows;
    }

    @Override
    public Optional<Row> find(String id) {
        return Optional.ofNullable(server.call(
                client -> client.get(asked -> asked.index(alias).id(EventIndex.key(id)), documents())).source())
                .map(this::row);
    }

    private Row row(Map<String, Object> document) {
        Map<String, Object> values = new HashMap<>(document);
        for (RecordField field : moments) {
            values.computeIfPresent(field.name(), (name, text) -> field.type() == FieldType.Plain.DATE
                    ? LocalDate.parse(String.valueOf(text))
                    : ZonedDateTime.parse(String.valueOf(text)));
        }
        return new Row(values);
    }
}
