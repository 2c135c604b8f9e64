package zhiyin.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.Load.LoadStatus;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.OtherHub.Run;
import zhiyin.relay.GlobalId;
import zhiyin.search.SearchProbe;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** Loads that are stopped, and two nodes of a hub that would load at once. */
@HubTest(properties = "zhiyin.load.staging-memory=256MB")
@Import({HubClient.class, SearchProbe.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StopIT {

    private static final int CUSTOMERS = 120;

    private final Loads loads;
    private final LoadHistory history;
    private final HubClient hub;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final Map<String, String> environment;
    private List<String> undisturbed = List.of();

    @Autowired
    StopIT(Loads loads, LoadHistory history, HubClient hub, Neo4jClient graph, ElasticsearchClient search,
            CleanStores stores, SearchProbe probe, Neo4jConnectionDetails neo4j,
            ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.history = history;
        this.hub = hub;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.environment = new HashMap<>(StoresEnvironment.of(neo4j, elasticsearch, jdbc));
        Path input = data.resolve("input").toAbsolutePath();
        environment.put("ZHIYIN_LOAD_INPUT", input.toString());
        environment.put("ZHIYIN_LOAD_BATCH", "3");
        environment.put("ZHIYIN_LOAD_PROGRESS", "0s");
        SampleInput.in(input, CUSTOMERS);
    }

    @BeforeAll
    void loadUndisturbed() {
        stores.all();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        undisturbed = fingerprint.graph();
        assertThat(undisturbed).hasSizeGreaterThan(CUSTOMERS);
    }

    @BeforeEach
    void clean() {
        stores.all();
    }

    @Test
    void aLoadIsStoppedFromAnotherNodeOrWithItsHubAndGoesOn(@TempDir Path data) throws Exception {
        OtherHub other = otherHub(data);
        List<JsonNode> answers = new ArrayList<>();

        Run stopped = other.load(OtherHub.at("merge Customer", (line, process) -> answers.add(stop(1))));
        assertThat(answers.getFirst().path("userErrors").size()).as("%s", answers).isZero();
        assertThat(stopped.output()).last().asString()
                .isEqualTo("Load 1 was stopped. It goes on from there when it is started again.");
        assertThat(stopped.code()).isEqualTo(1);
        assertThat(status(1)).isEqualTo(LoadStatus.STOPPED);
        assertThat(stop(1).path("userErrors").path(0).path("code").asString()).isEqualTo("NOT_RUNNING");
        assertThat(stop(7).path("userErrors").path(0).path("code").asString()).isEqualTo("NOT_RUNNING");

        Run ended = other.load(OtherHub.at("merge UsageSummary", (line, process) -> process.destroy()));
        assertThat(ended.code()).as("ended by SIGTERM: %s", ended.output()).isEqualTo(143);
        assertThat(status(1)).isEqualTo(LoadStatus.STOPPED);

        assertThat(other.load()).isZero();
        assertThat(status(1)).isEqualTo(LoadStatus.COMPLETED);
        assertThat(fingerprint.graph()).isEqualTo(undisturbed);
    }

    @Test
    void ofTwoNodesThatAreAskedAtOnceOneLoads(@TempDir Path data) throws Exception {
        List<Object> told = new ArrayList<>();

        Run run = otherHub(data).load((line, process) -> {
            if (line.contains("merge ") && told.size() < 20) {
                told.add(loads.run(LoadRequest.ofAll(LoadTrigger.START)));
                told.add(loads.start(LoadRequest.ofAll(LoadTrigger.START)).isPresent());
            }
        });

        assertThat(run.code()).as("%s", run.output()).isZero();
        assertThat(told).hasSize(20).containsOnly(new LoadOutcome.AlreadyRunning(), false);
        assertThat(history.find(1)).isPresent();
        assertThat(history.find(2)).isEmpty();
    }

    @Test
    void ofManyThatAskAtOnceEachLoadsAloneOrIsTold() throws Exception {
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        List<LoadOutcome> outcomes = new ArrayList<>();

        try (ExecutorService callers = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                List<Callable<LoadOutcome>> asked = List.of(this::load, this::load, this::load, this::load);
                for (Future<LoadOutcome> outcome : callers.invokeAll(asked)) {
                    outcomes.add(outcome.get());
                }
            }
        }

        long loaded = outcomes.stream().filter(LoadOutcome.Completed.class::isInstance).count();
        assertThat(outcomes).allMatch(
                outcome -> outcome instanceof LoadOutcome.Completed || outcome instanceof LoadOutcome.AlreadyRunning);
        assertThat(loaded).isGreaterThanOrEqualTo(5);
        assertThat(history.find(loaded + 1)).isPresent();
        assertThat(history.find(loaded + 2)).as("a load that was told that another runs").isEmpty();
    }

    private LoadOutcome load() {
        return loads.run(LoadRequest.ofAll(LoadTrigger.START));
    }

    private LoadStatus status(long number) {
        return history.find(number).orElseThrow().status();
    }

    private JsonNode stop(int number) {
        return hub.ask("engineer", "mutation ($load: ID!) { loadStop(input: {load: $load}) { load { number status } "
                + "userErrors { code message field } } }",
                Map.of("load", new GlobalId("Load", Integer.toString(number)).encoded())).path("data").path("loadStop");
    }

    private OtherHub otherHub(Path data) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", data.toString());
        return new OtherHub(all);
    }
}
