package zhiyin.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

import zhiyin.load.LandedFeeds.LandedFile;
import zhiyin.report.Alert;
import zhiyin.report.Alerts;
import zhiyin.report.Lineage;
import zhiyin.report.LineageEvent;
import zhiyin.report.LineageEvent.Dataset;
import zhiyin.report.LineageEvent.State;
import zhiyin.search.EventIndex;
import zhiyin.source.SourceCatalog;

/** Tells other systems what came of a load: alerts when it failed or refused much, and what it read and wrote. */
@Component
class LoadReports implements JobExecutionListener {

    private static final String MERGE = "merge ";
    private static final String INDEX = "index ";

    private final Alerts alerts;
    private final Lineage lineage;
    private final LandedFeeds landed;
    private final SourceCatalog catalog;
    private final LoadSettings settings;

    LoadReports(Alerts alerts, Lineage lineage, LandedFeeds landed, SourceCatalog catalog, LoadSettings settings) {
        this.alerts = alerts;
        this.lineage = lineage;
        this.landed = landed;
        this.catalog = catalog;
        this.settings = settings;
    }

    @Override
    public void beforeJob(JobExecution load) {
        if (lineage.isOn()) {
            lineage.tell(event(load, State.START, null));
        }
    }

    @Override
    public void afterJob(JobExecution load) {
        if (load.getStatus() == BatchStatus.FAILED) {
            tellFailure(load);
        }
        if (load.getStatus() == BatchStatus.COMPLETED) {
            tellRejects(LoadRun.of(load.getJobParameters()));
        }
        if (lineage.isOn()) {
            lineage.tell(event(load, stateOf(load.getStatus()), failure(load)));
        }
    }

    /** The database took the books of a load with it, so Batch tells nobody. */
    void tellDatabaseLost() {
        alerts.tell(new Alert("load.failed", Instant.now(), "A load lost PostgreSQL and stopped.", Map.of()));
    }

    private void tellFailure(JobExecution load) {
        long number = LoadRun.of(load.getJobParameters()).number();
        String step = failedStep(load);
        alerts.tell(new Alert("load.failed", Instant.now(), "Load %d failed in step %s%s".formatted(number, step,
                ofOurOwn(load)), Map.of("load", number, "step", step)));
    }

    private void tellRejects(LoadRun run) {
        Map<String, long[]> feeds = new LinkedHashMap<>();
        landed.of(run).forEach(file -> {
            long[] sums = feeds.computeIfAbsent(file.source() + "." + file.feed(), feed -> new long[2]);
            sums[0] += file.rows();
            sums[1] += file.rejected();
        });
        feeds.forEach((feed, sums) -> {
            if (sums[1] > alerts.toleratedRejects() * sums[0]) {
                alerts.tell(new Alert("load.rejects", Instant.now(), "Load %d refused %d of %d rows of %s.".formatted(
                        run.number(), sums[1], sums[0], feed),
                        Map.of("load", run.number(), "feed", feed, "rows", sums[0],
                                "rejected", sums[1])));
            }
        });
    }

    private static String failedStep(JobExecution load) {
        return load.getStepExecutions().stream().filter(step -> step.getStatus() != BatchStatus.COMPLETED)
                .map(StepExecution::getStepName).findFirst().orElse("none");
    }

    private static @Nullable String failure(JobExecution load) {
        return load.getStatus() == BatchStatus.COMPLETED
                ? null
                : "Step %s did not end well%s".formatted(failedStep(load), ofOurOwn(load));
    }

    /** The cause, where the hub wrote its sentence itself: what a store says may name a customer. */
    private static String ofOurOwn(JobExecution load) {
        return load.getAllFailureExceptions().stream()
                .flatMap(failure -> Stream.iterate(failure, cause -> cause != null,
                        Throwable::getCause))
                .filter(cause -> cause instanceof PatienceExhaustedException || cause instanceof Room.NoRoomException)
                .map(cause -> ": " + cause.getMessage()).findFirst().orElse("; its log and its history say why.");
    }

    private static State stateOf(BatchStatus status) {
        return switch (status) {
            case COMPLETED -> State.COMPLETE;
            case STOPPED, STOPPING, ABANDONED -> State.ABORT;
            case FAILED, UNKNOWN, STARTING, STARTED -> State.FAIL;
        };
    }

    private LineageEvent event(JobExecution load, State state, @Nullable String failure) {
        LoadRun run = LoadRun.of(load.getJobParameters());
        UUID id = UUID.nameUUIDFromBytes("%s load %d run %d".formatted(run.at(), run.number(), load.getId())
                .getBytes(StandardCharsets.UTF_8));
        return new LineageEvent(state, id, Instant.now(), failure, landed.of(run).stream().map(this::input).toList(),
                outputs(load));
    }

    private Dataset input(LandedFile file) {
        Map<String, String> columns = new LinkedHashMap<>();
        catalog.sources().stream().filter(source -> source.source().equals(file.source()))
                .flatMap(source -> Stream.ofNullable(source.feeds().get(file.feed()))).forEach(feed -> feed.columns()
                        .forEach((name, column) -> columns.put(name, column.type().toString())));
        return new Dataset("file", settings.input().toAbsolutePath().resolve(file.file()).toString(), columns,
                file.rows());
    }

    /** Labels of the graph by the steps that merged into them, and the search indices. */
    private static List<Dataset> outputs(JobExecution load) {
        List<Dataset> outputs = new ArrayList<>();
        load.getStepExecutions().forEach(step -> {
            if (step.getStepName().startsWith(MERGE)) {
                outputs.add(new Dataset("neo4j", step.getStepName().substring(MERGE.length()), Map.of(),
                        step.getWriteCount()));
            } else if (step.getStepName().equals("index")) {
                outputs.add(new Dataset("elasticsearch", "zhiyin-customers", Map.of(), step.getWriteCount()));
            } else if (step.getStepName().startsWith(INDEX)) {
                outputs.add(new Dataset("elasticsearch", EventIndex.alias(step.getStepName().substring(INDEX.length())),
                        Map.of(), step.getWriteCount()));
            }
        });
        return outputs;
    }
}
