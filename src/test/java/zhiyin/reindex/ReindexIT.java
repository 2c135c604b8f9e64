package zhiyin.reindex;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.LoadLock;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.LoadOutcome;
import zhiyin.load.Loads;
import zhiyin.load.OtherHub;
import zhiyin.load.SampleInput;
import zhiyin.reindex.Reindex.ReindexStatus;
import zhiyin.model.RecordKind;
import zhiyin.search.EventIndex;
import zhiyin.search.EventIndexes;
import zhiyin.search.IndexCheck;
import zhiyin.search.IndexRebuild;
import zhiyin.staging.EventList;
import zhiyin.staging.Staging;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The search index of a loaded operator is built anew while people search. */
@HubTest(properties = "zhiyin.load.batch=20")
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReindexIT {

    private static final String ALIAS = "zhiyin-customers";
    private static final String EVENTS = "zhiyin-party-interactions";
    private static final String SEARCH = "{ searchCustomers(query: \"wang\") { totalCount } }";

    private final Reindexes reindexes;
    private final ReindexStore store;
    private final IndexRebuild rebuild;
    private final IndexCheck check;
    private final Loads loads;
    private final LoadLock lock;
    private final HubClient hub;
    private final ElasticsearchClient search;
    private final Neo4jClient graph;
    private final Map<String, String> environment;
    private final Path data;

    @TempDir
    private Path otherData;

    @Autowired
    private Staging staging;

    @Autowired
    private EventIndexes indexes;

    @Autowired
    @Qualifier("partyInteraction")
    private RecordKind interactions;

    @Autowired
    ReindexIT(Reindexes reindexes, ReindexStore store, IndexRebuild rebuild, IndexCheck check, Loads loads,
            LoadLock lock, HubClient hub, ElasticsearchClient search, Neo4jClient graph, Neo4jConnectionDetails neo4j,
            ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.reindexes = reindexes;
        this.store = store;
        this.rebuild = rebuild;
        this.check = check;
        this.loads = loads;
        this.lock = lock;
        this.hub = hub;
        this.search = search;
        this.graph = graph;
        this.environment = StoresEnvironment.of(neo4j, elasticsearch, jdbc);
        this.data = data;
    }

    @BeforeAll
    void load(@Autowired CleanStores stores) {
        stores.all();
        SampleInput.in(data.resolve("input"), 300);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    @Test
    void answersEverySearchWhileAnotherIndexTakesThePlace() throws Exception {
        int expected = total();
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        List<String> wrong = new CopyOnWriteArrayList<>();
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<?>> reading = List.of(readers.submit(() -> read(expected, isOver, asked, wrong)),
                    readers.submit(() -> read(expected, isOver, asked, wrong)));
            String former = index();
            for (int round = 0; round < 3; round++) {
                assertThat(reindexes.run(null)).isInstanceOf(Reindexes.Outcome.Completed.class);
            }
            assertThat(index()).isNotEqualTo(former);
            isOver.set(true);
            for (Future<?> reader : reading) {
                reader.get();
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(asked.get()).isGreaterThan(50);
        assertSearchSaysWhatTheGraphSays();
        assertThat(search.indices().get(all -> all.index(ALIAS + "-*")).indices()).hasSize(1);
    }

    private void read(int expected, AtomicBoolean isOver, AtomicInteger asked, List<String> wrong) {
        while (!isOver.get()) {
            JsonNode answer = hub.ask("agent", SEARCH);
            asked.incrementAndGet();
            if (answer.path("data").path("searchCustomers").path("totalCount").asInt() != expected) {
                wrong.add(answer.toString());
            }
        }
    }

    @Test
    void goesOnWhereItWasKilled() throws IOException, InterruptedException {
        String former = index();
        List<String> output = new OtherHub(otherEnvironment(), "reindex")
                .loadUntil(line -> line.contains("reindex") && line.contains("/s"));
        Reindex killed = store.find(null).orElseThrow();
        assertThat(killed.status()).as(String.join("\n", output)).isEqualTo(ReindexStatus.RUNNING);
        assertThat(killed.done()).isPositive().isLessThan(killed.total());
        assertThat(index()).isEqualTo(former);
        assertThat(reindexes.isInterrupted()).isTrue();
        String changed = graph.query("MATCH (c:Customer) RETURN min(c.id) AS id").fetchAs(String.class).one()
                .orElseThrow();
        graph.query("MATCH (c:Customer {id: $id}) SET c.displayName = 'Quux Zenobia'").bind(changed).to("id").run();

        while (store.find(killed.number()).orElseThrow().status() == ReindexStatus.RUNNING) {
            // the database may take a moment to notice that the one which held the lock is dead
            reindexes.resume();
            Thread.sleep(50);
        }
        Reindex ended = ended(killed.number());

        assertThat(ended.status()).isEqualTo(ReindexStatus.COMPLETED);
        assertThat(ended.index()).isEqualTo(killed.index()).isEqualTo(index());
        assertThat(ended.done()).isEqualTo(ended.total());
        // it was indexed before the kill, and whoever changes a customer says so: here nobody did
        assertThat(check.next("")).filteredOn(customer -> !customer.expected().equals(customer.found()))
                .extracting(IndexCheck.Compared::id).containsExactly(changed);
        assertThat(new OtherHub(otherEnvironment(), "reindex").load()).isZero();
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void fillsTheIndexOfEventsAnewAndGoesOnWhereItWasKilled() throws IOException {
        String former = eventIndex();
        long events = search.count(all -> all.index(EVENTS)).count();
        assertThat(events).isEqualTo(staging.number("SELECT count(*) FROM staged.\"PartyInteraction\" s "
                + "JOIN assignment a ON a.record = s.party")).isPositive();
        String gone = staging.query("SELECT min(s.id) FROM staged.\"PartyInteraction\" s "
                + "JOIN assignment a ON a.record = s.party", row -> row.getString(1)).getFirst();
        search.delete(one -> one.index(EVENTS).id(gone).refresh(co.elastic.clients.elasticsearch._types.Refresh.True));

        // as a rebuild leaves it that was killed after its first page
        EventList list = EventList.toRebuild(staging, interactions);
        EventIndex index = indexes.of(interactions);
        String begun = index.begin();
        list.prepare(index.version());
        index.fill(list.next(0, 100, Long.MAX_VALUE));
        list.note(begun, 100);
        assertThat(reindexes.run(null)).isInstanceOf(Reindexes.Outcome.Completed.class);

        assertThat(eventIndex()).isEqualTo(begun).isNotEqualTo(former);
        assertThat(list.isPrepared()).isFalse();
        assertThat(search.count(all -> all.index(EVENTS)).count()).isEqualTo(events);
        assertThat(search.exists(one -> one.index(EVENTS).id(gone)).value()).isTrue();
        assertThat(search.indices().get(all -> all.index(EVENTS + "-*")).indices()).hasSize(1);
    }

    private String eventIndex() throws IOException {
        return search.indices().getAlias(asked -> asked.name(EVENTS)).aliases().keySet().iterator().next();
    }

    @Test
    void waitsForALoadBeforeTheIndexTakesItsPlace() throws InterruptedException {
        JsonNode begun = hub.ask("engineer", "mutation { reindexStart { reindex { number startedBy } } }").path("data")
                .path("reindexStart").path("reindex");
        int number = begun.path("number").asInt();
        try (LoadLock.Held _ = lock.acquire().orElseThrow()) {
            while (filled(number) < store.find(number).orElseThrow().total()) {
                Thread.sleep(50);
            }
            Thread.sleep(1_500);
            assertThat(store.find(number).orElseThrow().status()).isEqualTo(ReindexStatus.RUNNING);
            assertThat(rebuild.isSearched(store.find(number).orElseThrow().index())).isFalse();
            assertThat(start()).isEqualTo("ALREADY_RUNNING");
        }

        assertThat(ended(number).status()).isEqualTo(ReindexStatus.COMPLETED);
        assertThat(begun.path("startedBy").asString()).isEqualTo("engineer-client");
        assertThat(HubClient.code(hub.ask("agent", "{ reindex { number } }"))).isEqualTo("FORBIDDEN");
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void beginsAnewWhenTheIndexOfAnInterruptedOneIsGone() throws IOException {
        Reindex left = store.begin(rebuild.begin(), null, 1);
        search.indices().delete(gone -> gone.index(left.index()));

        assertThat(reindexes.isInterrupted()).isFalse();
        assertThat(reindexes.run(null)).isInstanceOf(Reindexes.Outcome.Completed.class);

        assertThat(store.find(left.number()).orElseThrow().status()).isEqualTo(ReindexStatus.ABANDONED);
        assertSearchSaysWhatTheGraphSays();
    }

    @Test
    void aCommandBesideTheHubSaysWhatToDo() throws IOException, InterruptedException {
        Map<String, String> sameData = otherEnvironment();
        sameData.put("ZHIYIN_DATA", data.toAbsolutePath().toString());
        for (String command : List.of("load", "verify", "reindex")) {
            List<String> output = new OtherHub(sameData, command).loadUntil(line -> false);

            assertThat(output).as(command).anyMatch(line -> line.contains("Another process holds the staging file"))
                    .anyMatch(line -> line.contains("verifyStart")).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    private Map<String, String> otherEnvironment() throws IOException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", otherData.toString());
        all.put("ZHIYIN_LOAD_INPUT", data.resolve("input").toAbsolutePath().toString());
        all.put("ZHIYIN_LOAD_BATCH", "20");
        Files.createDirectories(otherData);
        return all;
    }

    private String start() {
        return hub.ask("engineer", "mutation { reindexStart { userErrors { code } } }").path("data")
                .path("reindexStart").path("userErrors").path(0).path("code").asString();
    }

    private int filled(int number) {
        return hub.ask("engineer", "query($n: Int) { reindex(number: $n) { done } }", Map.of("n", number)).path("data")
                .path("reindex").path("done").asInt();
    }

    private Reindex ended(int number) throws InterruptedException {
        while (store.find(number).orElseThrow().status() == ReindexStatus.RUNNING) {
            Thread.sleep(50);
        }
        return store.find(number).orElseThrow();
    }

    private int total() {
        int total = hub.ask("agent", SEARCH).path("data").path("searchCustomers").path("totalCount").asInt();
        assertThat(total).isPositive();
        return total;
    }

    private String index() throws IOException {
        return search.indices().getAlias(asked -> asked.name(ALIAS)).aliases().keySet().iterator().next();
    }

    private void assertSearchSaysWhatTheGraphSays() {
        List<IndexCheck.Compared> all = check.next("");
        assertThat(all).isNotEmpty().allSatisfy(
                customer -> assertThat(customer.found()).as(customer.id()).isEqualTo(customer.expected()));
        assertThat(check.documents()).isEqualTo(all.size());
    }
}
