package zhiyin.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Import;
import org.springframework.data.neo4j.core.Neo4jClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.OtherHub.Run;
import zhiyin.search.SearchProbe;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;
import zhiyin.stores.StoresEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A data folder on a disk that is nearly full: a file system in memory, which only root can mount. */
@HubTest(properties = "zhiyin.load.staging-memory=256MB")
@Import(SearchProbe.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskIT {

    private static final int CUSTOMERS = 120;

    private final Loads loads;
    private final GraphFingerprint fingerprint;
    private final CleanStores stores;
    private final Map<String, String> environment;
    private final Path disk;
    private boolean isMounted;
    private List<String> undisturbed = List.of();

    @Autowired
    FullDiskIT(Loads loads, Neo4jClient graph, ElasticsearchClient search, CleanStores stores, SearchProbe probe,
            Neo4jConnectionDetails neo4j, ElasticsearchConnectionDetails elasticsearch, JdbcConnectionDetails jdbc,
            @Value("${zhiyin.data}") Path data) throws IOException {
        this.disk = Files.createTempDirectory("disk");
        this.loads = loads;
        this.fingerprint = new GraphFingerprint(graph, search, probe);
        this.stores = stores;
        this.environment = new HashMap<>(StoresEnvironment.of(neo4j, elasticsearch, jdbc));
        Path input = data.resolve("input").toAbsolutePath();
        environment.put("ZHIYIN_LOAD_INPUT", input.toString());
        SampleInput.in(input, CUSTOMERS);
    }

    @BeforeAll
    void mount() throws Exception {
        isMounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()) == 0;
        assumeTrue(isMounted, "a file system in memory cannot be mounted here: the test needs root on Linux");
        stores.all();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
        undisturbed = fingerprint.graph();
        stores.all();
    }

    @AfterAll
    void unmount() throws Exception {
        assertThat(isMounted ? run("umount", disk.toString()) : 0).isZero();
        Files.delete(disk);
    }

    @Test
    void aLoadThatFindsNoRoomSaysWhereAndGoesOnWhenThereIsSome() throws Exception {
        Run refused = hub("500MB").load((line, process) -> {});
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).last().asString().startsWith("Load 1 stopped: The disk of " + disk + " has ")
                .contains(" MB free, and this load may need ");

        Run full = hub("0MB").load((line, process) -> {});
        assertThat(full.code()).as("%s", full.output()).isEqualTo(1);
        assertThat(full.output()).last().asString()
                .startsWith("Load 1 stopped: The disk of " + disk.resolve("staging") + " is full: 0 MB are free")
                .endsWith("It goes on from there when it is started again.");

        assertThat(run("mount", "-o", "remount,size=400m", disk.toString())).isZero();
        Run healed = hub("0MB").load((line, process) -> {});
        assertThat(healed.code()).as("%s", healed.output()).isZero();
        assertThat(fingerprint.graph()).isEqualTo(undisturbed);
    }

    private OtherHub hub(String minFree) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("ZHIYIN_DATA", disk.toString());
        all.put("ZHIYIN_LOAD_MINFREE", minFree);
        return new OtherHub(all);
    }

    private static int run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("command", ".log");
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start()
                    .waitFor();
        } finally {
            Files.delete(said);
        }
    }
}
