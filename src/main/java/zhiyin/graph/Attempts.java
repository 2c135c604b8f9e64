package zhiyin.graph;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The attempts at one write, counted from the second on by what made the one before fail. */
class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final MeterRegistry meters;
    private boolean isRepeated;
    private String reason = "";

    Attempts(MeterRegistry meters) {
        this.meters = meters;
    }

    void attempt(Runnable write) {
        if (isRepeated) {
            Counter.builder("zhiyin.graph.retries").description("Writes to the graph that were repeated")
                    .tag("reason", reason).register(meters).increment();
            LOG.debug("A write to the graph is repeated: {}", reason);
        }
        isRepeated = true;
        // what fails after the statement is done fails while it is committed
        reason = "commit";
        try {
            write.run();
        } catch (RuntimeException failed) {
            reason = GraphFaults.reason(failed);
            throw failed;
        }
    }
}
