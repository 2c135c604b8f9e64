package zhiyin.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import zhiyin.stores.TestGraph;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OwnNeo4j.class)
class BulkWriterIT {

    private static final int ROUNDS = 40;

    private static final String ADD = """
            UNWIND $rows AS row
            MATCH (node:Contended {id: row.id}) SET node.written = coalesce(node.written, 0) + 1
            """;

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final BulkWriter writer = new BulkWriter(TestGraph.driver(), meters);

    @Test
    void writersThatLockEachOtherOutTryAgainUntilBothAreDone(Scene scene) {
        List<Map<String, Object>> forward = IntStream.range(0, 300)
                .mapToObj(number -> Map.<String, Object>of("id", scene.id("n" + number))).toList();
        List<Map<String, Object>> backward = new ArrayList<>(forward);
        Collections.reverse(backward);
        writer.write("UNWIND $rows AS row CREATE (:Contended {id: row.id})", forward, Map.of());

        int rounds = 0;
        while (rounds < ROUNDS && deadlocks() == 0) {
            rounds++;
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> writer.write(ADD, backward, Map.of()));
            writer.write(ADD, forward, Map.of());
            other.join();
        }

        assertThat(deadlocks()).as("deadlocks in %d rounds", rounds).isPositive();
        assertThat(scene.graph().rows("MATCH (node:Contended) RETURN DISTINCT node.written AS written", Map.of()))
                .containsExactly(new Row(Map.of("written", 2L * rounds)));
    }

    private double deadlocks() {
        Counter counter = meters.find("zhiyin.graph.retries").tag("reason", "deadlock").counter();
        return counter == null ? 0 : counter.count();
    }
}
