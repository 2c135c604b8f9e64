package zhiyin.load;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.relay.Cursor;
import zhiyin.relay.Entity;

/** One run of the load, with all its interruptions, as the schema describes it. */
record Load(String id, int number, LoadStatus status, OffsetDateTime startedAt, @Nullable OffsetDateTime endedAt,
        LoadRequest request, List<LoadStep> steps) implements Entity {

    /** Where a load or a step stands. */
    enum LoadStatus {
        RUNNING, STOPPED, COMPLETED, FAILED;

        static LoadStatus of(String batchStatus) {
            return switch (batchStatus) {
                case "COMPLETED" -> COMPLETED;
                case "STOPPED", "ABANDONED" -> STOPPED;
                case "FAILED" -> FAILED;
                default -> RUNNING;
            };
        }
    }

    /** One step, as the schema describes it. */
    record LoadStep(String name, LoadStatus status, int done, @Nullable Integer total, double seconds,
            @Nullable String failure) {}

    /** What asked for it. */
    public LoadRequest.LoadTrigger trigger() {
        return request.trigger();
    }

    /** Who asked for it. */
    public @Nullable String startedBy() {
        return request.startedBy();
    }

    /** Whether files were read that had not changed. */
    public boolean full() {
        return request.full();
    }

    /** The time that it covers. */
    public LoadRequest.@Nullable LoadPeriod period() {
        return request.period();
    }

    /** Sources and feeds that were asked for. */
    public List<String> selection() {
        return request.feeds().names();
    }

    Cursor position() {
        return Cursor.at("loads", Integer.toString(number));
    }
}
