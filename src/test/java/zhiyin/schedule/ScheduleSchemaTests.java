package zhiyin.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON Schema that editors check etl/schedules.yaml with. */
class ScheduleSchemaTests {

    private static final Path FILE = Path.of("etl/schema/schedules.schema.json");

    @Test
    void acceptsTheSchedulesThatComeWithTheHub() throws IOException {
        assertThat(mistakes(Files.readString(Path.of("etl/schedules.yaml")))).isEmpty();
    }

    @Test
    void refusesWhatTheHubRefuses() throws IOException {
        for (String keys : List.of("run: load", "run: load, cron: \"@daily\"", "run: load, after: x, files: \"*\"",
                "run: load, after: x, catchUp: all", "run: load, after: x, colour: red", "after: x",
                "run: load, after: x, retries: -1", "run: load, after: x, description: { en: Night }")) {
            assertThat(mistakes("schedules: { a: { %s } }".formatted(keys))).as(keys).isNotEmpty();
        }
        assertThat(mistakes("schedules: { a: { run: load, after: x } }")).isEmpty();
    }

    @Test
    void describesEveryKey() throws IOException {
        List<String> undescribed = new ArrayList<>();
        collect("", JsonMapper.shared().readTree(Files.readString(FILE)), undescribed);

        assertThat(undescribed).isEmpty();
    }

    private static void collect(String place, JsonNode node, List<String> undescribed) {
        for (String key : node.propertyNames()) {
            JsonNode child = node.path(key);
            boolean isKey = place.endsWith("/properties") || place.endsWith("/$defs");
            if (isKey && child.path("description").asString("").isBlank()) {
                undescribed.add(place + "/" + key);
            }
            collect(place + "/" + key, child, undescribed);
        }
    }

    private static List<Error> mistakes(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML);
    }
}
