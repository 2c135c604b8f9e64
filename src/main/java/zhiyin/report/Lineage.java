package zhiyin.report;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;

import zhiyin.report.LineageEvent.Dataset;

/** Posts what loads read and wrote as OpenLineage events. Whoever tells it never waits and never fails over it. */
@Component
@EnableConfigurationProperties(LineageSettings.class)
public class Lineage implements AutoCloseable {

    private static final URI PRODUCER = URI.create("urn:zhiyin");
    private static final String JOB = "load";
    private static final int ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LineageSettings settings;
    private final OpenLineage events = new OpenLineage(PRODUCER);
    private final Post post = new Post(ATTEMPTS, PAUSE);

    Lineage(LineageSettings settings) {
        this.settings = settings;
    }

    /** Whether anybody wants to know. */
    public boolean isOn() {
        return settings.address().isPresent();
    }

    /** Tells what happened to a run, if there is somewhere to tell it. */
    public void tell(LineageEvent event) {
        settings.address().ifPresent(address -> post.send("The lineage of a load",
                request(address, OpenLineageClientUtils.toJson(openLineage(event)))));
    }

    private HttpRequest request(URI url, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Post.TIMEOUT)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        String key = settings.apiKey();
        return key == null ? request.build() : request.header("Authorization", "Bearer " + key).build();
    }

    private OpenLineage.RunEvent openLineage(LineageEvent event) {
        return events.newRunEventBuilder().eventTime(event.at().atZone(ZoneOffset.UTC))
                .eventType(OpenLineage.RunEvent.EventType.valueOf(event.state().name())).run(run(event))
                .job(events.newJobBuilder().namespace(settings.namespace()).name(JOB)
                        .facets(events.newJobFacetsBuilder()
                                .jobType(
                                        events.newJobTypeJobFacetBuilder().processingType("BATCH").integration("ZHIYIN")
                                                .jobType("JOB").build())
                                .build())
                        .build())
                .inputs(event.inputs().stream().map(this::input).toList())
                .outputs(event.outputs().stream().map(this::output).toList()).build();
    }

    private OpenLineage.Run run(LineageEvent event) {
        OpenLineage.RunFacetsBuilder facets = events.newRunFacetsBuilder();
        String failure = event.failure();
        if (failure != null) {
            facets.errorMessage(events.newErrorMessageRunFacetBuilder().message(failure).programmingLanguage("JAVA")
                    .build());
        }
        return events.newRunBuilder().runId(event.run()).facets(facets.build()).build();
    }

    private OpenLineage.InputDataset input(Dataset dataset) {
        return events.newInputDatasetBuilder().namespace(dataset.namespace()).name(dataset.name())
                .facets(schema(dataset))
                .inputFacets(events.newInputDatasetInputFacetsBuilder().inputStatistics(
                        events.newInputStatisticsInputDatasetFacetBuilder().rowCount(dataset.rows()).build()).build())
                .build();
    }

    private OpenLineage.OutputDataset output(Dataset dataset) {
        return events.newOutputDatasetBuilder().namespace(dataset.namespace()).name(dataset.name())
                .facets(schema(dataset))
                .outputFacets(events.newOutputDatasetOutputFacetsBuilder().outputStatistics(
                        events.newOutputStatisticsOutputDatasetFacetBuilder().rowCount(dataset.rows()).build())
                        .build())
                .build();
    }

    private OpenLineage.DatasetFacets schema(Dataset dataset) {
        OpenLineage.DatasetFacetsBuilder facets = events.newDatasetFacetsBuilder();
        if (!dataset.columns().isEmpty()) {
            List<OpenLineage.SchemaDatasetFacetFields> fields = dataset.columns().entrySet().stream()
                    .map(column -> events.newSchemaDatasetFacetFieldsBuilder().name(column.getKey())
                            .type(column.getValue()).build())
                    .toList();
            facets.schema(events.newSchemaDatasetFacetBuilder().fields(fields).build());
        }
        return facets.build();
    }

    @Override
    public void close() {
        post.close();
    }
}
