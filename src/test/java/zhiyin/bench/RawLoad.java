package zhiyin.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.net.URI;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import zhiyin.graph.MigratedGraph;
import zhiyin.model.RecordKind;
import zhiyin.search.ReadyDocuments;
import zhiyin.staging.ReadyRows;
import zhiyin.stores.BenchStores;

/**
 * Loads raw what a hub has loaded. Some thousand customers at a time are made ready in memory, which is not counted; writing them
 * is.
 */
final class RawLoad {

    static final String GRAPH = "raw: graph";
    static final String SEARCH = "raw: search";

    private static final int CUSTOMERS = 500;
    private static final int DOCUMENTS = 2_500;
    private static final String INDEX = "raw";
    private static final String EVENTS = "raw-events";
    private static final int EVENTS_OF_A_REQUEST = 10_000;
    private static final List<String> OWNED = List.of("PartyInteraction", "Feedback", "NetworkExperience");

    private final Path folder;
    private final List<Map<String, Object>> documents = new ArrayList<>();
    private Timing graph = new Timing(GRAPH, 0, 0);
    private Timing search = new Timing(SEARCH, 0, 0);

    /** A load into new stores in a folder. */
    RawLoad(Path folder) {
        this.folder = folder;
    }

    /** Loads. Answers what the graph and what search took. */
    List<Timing> run(Path staging, List<RecordKind> kinds) {
        try (ReadyRows rows = new ReadyRows(staging, kinds);
                BenchStores stores = BenchStores.start(folder);
                var driver = stores.graph()) {
            CpuClock clock = new CpuClock(ProcessHandle.current().pid(), folder);
            List<String> at = stores.search();
            RawLoader loader = new RawLoader(driver, URI.create(at.getFirst()), at.get(1), at.get(2));
            MigratedGraph.make(driver);
            loader.makeIndex(INDEX, ReadyDocuments.index());
            List<Map<String, Object>> areas = properties(rows.shared("Area"));
            List<Map<String, Object>> offerings = properties(rows.shared("ProductOffering"));
            graph = graph.plus(
                    Timing.of(GRAPH, clock::seconds, () -> loader.writeShared(areas, offerings)));
            List<String> bounds = rows.bounds(CUSTOMERS);
            for (int chunk = 0; chunk + 1 < bounds.size(); chunk++) {
                List<Map<String, Object>> customers = customers(rows, bounds.get(chunk), bounds.get(chunk + 1));
                graph = graph.plus(Timing.of(GRAPH, clock::seconds, () -> loader.writeCustomers(customers)));
                if (documents.size() >= DOCUMENTS) {
                    index(loader, clock);
                }
            }
            index(loader, clock);
            search = search.plus(Timing.of(SEARCH, clock::seconds, () -> loader.refresh(INDEX)));
            kinds.stream().filter(kind -> kind.history() != null)
                    .forEach(kind -> indexEvents(rows, kind, loader, clock));
            return List.of(graph, search);
        }
    }

    private void index(RawLoader loader, CpuClock clock) {
        StringBuilder lines = new StringBuilder();
        documents.forEach(document -> lines.append(ReadyDocuments.lines(document)));
        documents.clear();
        String request = lines.toString();
        if (!request.isEmpty()) {
            search = search.plus(Timing.of(SEARCH, clock::seconds, () -> loader.bulk(INDEX, request)));
        }
    }

    private void indexEvents(ReadyRows rows, RecordKind kind, RawLoader loader, CpuClock clock) {
        loader.makeIndex(EVENTS, ReadyDocuments.index(kind));
        rows.eachEvents(kind, EVENTS_OF_A_REQUEST, events -> {
            StringBuilder lines = new StringBuilder();
            events.forEach(event -> lines.append(ReadyDocuments.lines(event)));
            String request = lines.toString();
            search = search.plus(Timing.of(SEARCH, clock::seconds, () -> loader.bulk(EVENTS, request)));
        });
        search = search.plus(Timing.of(SEARCH, clock::seconds, () -> loader.refresh(EVENTS)));
    }

    private List<Map<String, Object>> customers(ReadyRows rows, String from, String until) {
        Map<String, List<Map<String, Object>>> contacts = rows.of("ContactMedium", from, until);
        Map<String, List<Map<String, Object>>> accounts = rows.of("BillingAccount", from, until);
        Map<String, List<Map<String, Object>>> products = rows.of("Product", from, until);
        Map<String, List<Map<String, Object>>> bills = by("account", rows.of("CustomerBill", from, until));
        Map<String, List<Map<String, Object>>> usage = by("product", rows.of("UsageSummary", from, until));
        Map<String, List<Map<String, Object>>> records = rows.of("SourceRecord", from, until);
        Map<String, Map<String, List<Map<String, Object>>>> owned = OWNED.stream()
                .collect(toMap(kind -> kind, kind -> rows.of(kind, from, until)));
        List<Map<String, Object>> customers = new ArrayList<>();
        rows.of("Customer", from, until).forEach((id, alone) -> {
            Map<String, Object> customer = new HashMap<>();
            Map<String, Object> properties = properties(alone).getFirst();
            customer.put("properties", properties);
            customer.put("ContactMedium", properties(contacts.getOrDefault(id, List.of())));
            customer.put("BillingAccount", parents(accounts.get(id), "CustomerBill", bills));
            customer.put("Product", parents(products.get(id), "UsageSummary", usage));
            owned.forEach((kind, all) -> customer.put(kind, properties(all.getOrDefault(id, List.of()))));
            customers.add(customer);
            documents.add(document(properties, properties(records.getOrDefault(id, List.of())),
                    properties(contacts.getOrDefault(id, List.of())), properties(accounts.getOrDefault(id, List.of())),
                    properties(products.getOrDefault(id, List.of()))));
        });
        return customers;
    }

    private static Map<String, List<Map<String, Object>>> by(String parent,
            Map<String, List<Map<String, Object>>> rows) {
        return rows.values().stream().flatMap(List::stream)
                .collect(groupingBy(row -> String.valueOf(row.get(parent))));
    }

    private static List<Map<String, Object>> parents(@org.jspecify.annotations.Nullable List<Map<String, Object>> rows,
            String children, Map<String, List<Map<String, Object>>> all) {
        return rows == null ? List.of() : rows.stream().map(row -> {
            Map<String, Object> parent = new HashMap<>();
            parent.put("properties", row.get("properties"));
            parent.put(children, properties(all.getOrDefault(String.valueOf(row.get("id")), List.of())));
            parent.put("offering", row.containsKey("offering") ? List.of(row.get("offering")) : List.of());
            return parent;
        }).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> properties(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> (Map<String, Object>) row.get("properties")).toList();
    }

    private static Map<String, Object> document(Map<String, Object> customer, List<Map<String, Object>> records,
            List<Map<String, Object>> contacts, List<Map<String, Object>> accounts,
            List<Map<String, Object>> products) {
        List<Object> keys = new ArrayList<>();
        List<Object> numbers = new ArrayList<>();
        records.forEach(record -> keys.add(record.get("key")));
        accounts.forEach(account -> keys.add(account.get("accountNo")));
        contacts.stream().filter(contact -> "EMAIL".equals(contact.get("type")))
                .forEach(contact -> keys.add(contact.get("value")));
        contacts.stream().filter(contact -> "PHONE".equals(contact.get("type")))
                .forEach(contact -> numbers.add(contact.get("value")));
        products.stream().filter(product -> product.containsKey("serialNumber"))
                .forEach(product -> numbers.add(product.get("serialNumber")));
        Map<String, Object> document = new HashMap<>(customer);
        document.put("keys", keys);
        document.put("numbers", numbers);
        return document;
    }
}
