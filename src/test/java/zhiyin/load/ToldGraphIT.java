package zhiyin.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.golden.GoldenRecords;
import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;
import zhiyin.model.RecordKind;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

import static org.assertj.core.api.Assertions.assertThat;

/** Two stagings that tell one graph. */
@ExtendWith(OwnNeo4j.class)
class ToldGraphIT {

    private static final List<RecordKind> KINDS = GoldenRecords.kinds();

    private final Scene scene;
    private final Staging one;
    private final Staging other;

    ToldGraphIT(Scene scene, @TempDir Path folder) {
        this.scene = scene;
        this.one = new Staging(folder.resolve("one/staging.duckdb"), "64MB");
        this.other = new Staging(folder.resolve("other/staging.duckdb"), "64MB");
    }

    @BeforeEach
    void prepare() {
        scene.graph().rows("MATCH (graph:__Graph) DETACH DELETE graph", Map.of());
        for (Staging staging : List.of(one, other)) {
            staging.run("CREATE TABLE declared (fingerprint VARCHAR)");
            KINDS.forEach(kind -> staging.run("CREATE TABLE %s (id VARCHAR, hash VARCHAR, customer VARCHAR)"
                    .formatted(Tables.merged(kind))));
        }
    }

    @AfterEach
    void close() {
        one.close();
        other.close();
    }

    @Test
    void whoToldTheGraphLastKnowsIt() {
        ToldGraph mine = tells(one);

        assertThat(mine.isAnother()).isFalse();
        mine.recognise(KINDS);
        assertThat(told(one)).isEqualTo(1);
    }

    @Test
    void whoToldItBeforeAnotherDidTellsEverythingAgain() {
        ToldGraph mine = tells(one);
        ToldGraph others = tells(other);

        assertThat(others.isAnother()).isFalse();
        assertThat(mine.isAnother()).isTrue();
        mine.recognise(KINDS);
        assertThat(told(one)).isZero();
        assertThat(one.number("SELECT count(*) FROM declared")).as("a load is due").isZero();
        assertThat(others.isAnother()).isTrue();
    }

    @Test
    void aGraphThatWasRestoredFromBeforeTheLastLoadIsTurnedAway() {
        ToldGraph mine = tells(one);
        Object old = scene.graph().row("MATCH (graph:__Graph) RETURN graph.token AS token", Map.of()).orElseThrow()
                .text("token");
        mine.recognise(KINDS);
        scene.graph().rows("MATCH (graph:__Graph) SET graph.token = $token", Map.of("token", old));

        assertThat(mine.isAnother()).isTrue();
    }

    private static ToldGraph tells(Scene scene, Staging staging) {
        ToldGraph graph = new ToldGraph(staging, scene.graph(), scene.writer());
        graph.recognise(KINDS);
        staging.run("INSERT INTO %s VALUES ('1', 'hash', '1')".formatted(Tables.merged(KINDS.getFirst())));
        staging.run("INSERT INTO declared VALUES ('heeded')");
        return graph;
    }

    private ToldGraph tells(Staging staging) {
        return tells(scene, staging);
    }

    private static long told(Staging staging) {
        return staging.number("SELECT count(*) FROM " + Tables.merged(KINDS.getFirst()));
    }
}
