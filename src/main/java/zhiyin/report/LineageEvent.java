package zhiyin.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a run of a load read and wrote, when it began or ended.
 *
 * @param state   what happened to the run
 * @param run     the run, the same in all its events
 * @param at      when it happened
 * @param failure what went wrong, without personal values; null when nothing did
 * @param inputs  what was read
 * @param outputs what was written
 */
public record LineageEvent(State state, UUID run, Instant at, @Nullable String failure, List<Dataset> inputs,
        List<Dataset> outputs) {

    /** What happens to a run. */
    public enum State {
        START, COMPLETE, FAIL, ABORT
    }

    /**
     * A file, a label of the graph, a search index.
     *
     * @param namespace where it is: {@code file}, the address of a store
     * @param name      its name there
     * @param columns   types by name of column; empty when it has none
     * @param rows      how many rows were read or written
     */
    public record Dataset(String namespace, String name, Map<String, String> columns, long rows) {}
}
