package zhiyin.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.command.CommandLineProbe;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.relay.GlobalId;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** From what the hub shows back to the row of the file, after a first load and after changes; the tests build on each other. */
@HubTest(properties = "zhiyin.load.import-from=2")
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineageIT {

    private static final String ROW = " { source feed file line sha256 loadedAt loadNumber } ";

    private static final String RECORDS = """
            { customers(first: 40) { nodes { id
                sourceRecords { key origin ROW }
                billingAccounts { accountNo origin ROW }
                bills(first: 2) { nodes { billNo origin ROW } }
                products(first: 3) { nodes { id serialNumber origin ROW offering { code origin ROW } usage { origin ROW } } }
                interactions(first: 2) { nodes { id text origin ROW } } } } }
            """.replace("ROW", ROW);

    private static final String PROVENANCE = """
            query ($first: Int!) { customers(first: $first) { nodes { displayName birthDate city
                provenance { attribute value reason sourceRecord { key origin ROW }
                  others { value reason sourceRecord { key } } }
                contactMedia { value sourceRecords { key origin ROW } } } } }
            """.replace("ROW", ROW);

    @Autowired
    Loads loads;

    @Autowired
    HubClient hub;

    @Autowired
    CleanStores stores;

    @Value("${zhiyin.data}")
    Path data;

    @LocalServerPort
    int port;

    @BeforeAll
    void load() {
        SampleInput.in(data.resolve("input"), 80);
        stores.all();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    private JsonNode customers(String role, String document, Map<String, Object> variables) {
        JsonNode answer = hub.ask(role, document, variables);
        assertThat(answer.path("errors").toString()).isIn("", "null");
        return answer.path("data").path("customers").path("nodes");
    }

    private String line(JsonNode origin) {
        try {
            return Files.readAllLines(data.resolve("input").resolve(origin.path("file").asString()))
                    .get(origin.path("line").asInt() - 1);
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    @Order(1)
    void leadsFromEveryRecordToItsRow() {
        int checked = 0;
        for (JsonNode customer : customers("agent", RECORDS, Map.of())) {
            for (String[] list : new String[][]{{"sourceRecords", "key"}, {"billingAccounts", "accountNo"},
                    {"bills", "billNo"}}) {
                JsonNode records = customer.path(list[0]);
                for (JsonNode record : records.has("nodes") ? records.path("nodes") : records) {
                    JsonNode origin = record.path("origin");
                    assertThat(line(origin)).as("%s", record).contains(record.path(list[1]).asString());
                    assertThat(origin.path("loadNumber").asInt()).isEqualTo(1);
                    assertThat(origin.path("sha256").asString()).hasSize(64);
                    checked++;
                }
            }
            for (JsonNode product : customer.path("products").path("nodes")) {
                assertThat(product.path("origin").path("feed").asString()).isEqualTo("products");
                assertThat(product.path("usage").values()).allMatch(
                        month -> month.path("origin").path("file").asString().startsWith("network/usage"));
            }
        }
        assertThat(checked).isGreaterThan(150);
    }

    @Test
    @Order(1)
    void saysOfEachAttributeWhichRecordHasTheWord() {
        long disputed = 0;
        for (JsonNode customer : customers("manager", PROVENANCE, Map.of("first", 60))) {
            for (JsonNode attribute : customer.path("provenance")) {
                assertThat(attribute.path("reason").asString()).as("%s", attribute).isNotEqualTo("OUTDATED");
                if (customer.has(attribute.path("attribute").asString())) {
                    assertThat(attribute.path("value")).isEqualTo(
                            customer.path(attribute.path("attribute").asString()));
                    assertThat(attribute.path("sourceRecord").path("origin").path("line").asInt())
                            .as("%s", attribute).isGreaterThan(1);
                    disputed += attribute.path("others").size();
                }
            }
            assertThat(customer.path("contactMedia").values())
                    .allSatisfy(medium -> assertThat(medium.path("sourceRecords").size()).isPositive());
        }
        assertThat(disputed).as("values that lost").isPositive();
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(ints = {2, 60})
    void asksForFilesAsOftenHoweverManyRecordsThereAre(int customers) {
        Logger sql = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> asked = new ListAppender<>();
        Level before = sql.getLevel();
        asked.start();
        sql.addAppender(asked);
        sql.setLevel(Level.DEBUG);
        try {
            customers("agent", PROVENANCE, Map.of("first", customers));
        } finally {
            sql.setLevel(before);
            sql.detachAppender(asked);
        }
        assertThat(List.copyOf(asked.list)).filteredOn(event -> event.getFormattedMessage().contains("origin_file"))
                .hasSize(1);
    }

    @Test
    @Order(1)
    void tellsEngineersWhereItCameFromAndNotWhatItSays() {
        String id = customers("agent", "{ customers(first: 1) { nodes { id } } }", Map.of()).path(0).path("id")
                .asString();
        String lineage = "query ($id: ID!) { lineage(id: $id) { type provenance { attribute %s sourceRecord { origin { file load { number status } } } } } }";

        JsonNode told = hub.ask("engineer", lineage.formatted(""), Map.of("id", id));
        assertThat(told.has("errors")).isFalse();
        assertThat(told.path("data").path("lineage").path("provenance").path(0).path("sourceRecord").path("origin")
                .path("load").path("status").asString()).isEqualTo("COMPLETED");

        JsonNode withValues = hub.ask("engineer", lineage.formatted("value others { value }"), Map.of("id", id));
        assertThat(HubClient.code(withValues)).isEqualTo("FORBIDDEN");
        assertThat(withValues.path("data").path("lineage").path("provenance").values())
                .isNotEmpty().allMatch(attribute -> attribute.path("value").isNull());
    }

    @ParameterizedTest
    @Order(1)
    @CsvSource({"agent, ''", "manager, ''", "engineer, ''", "marketer, FORBIDDEN", "admin, FORBIDDEN"})
    void tellsLineageToThoseWhoReadCustomersOrLoads(String role, String code) {
        assertThat(HubClient.code(hub.ask(role, "{ lineage(id: \"Q3VzdG9tZXI6MQ\") { type } }"))).isEqualTo(code);
    }

    @Test
    @Order(1)
    void keepsLoadsFromAgents() {
        JsonNode answer = hub.ask("agent",
                "{ customers(first: 1) { nodes { sourceRecords { origin { file loadNumber load { number } } } } } }");

        assertThat(HubClient.code(answer)).isEqualTo("FORBIDDEN");
        JsonNode origin = answer.path("data").path("customers").path("nodes").path(0).path("sourceRecords").path(0)
                .path("origin");
        assertThat(origin.path("load").isNull()).isTrue();
        assertThat(origin.path("loadNumber").asInt()).isEqualTo(1);
    }

    @Test
    @Order(2)
    void namesTheNewRowOfWhatChangedAndTheOldOneOfWhatOnlyMoved() throws IOException {
        Path file = data.resolve("input/billing/accounts.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String[] changed = lines.get(1).split(",", -1);
        String moved = lines.get(2).split(",", -1)[0];
        lines.set(1, lines.get(1).replace("," + changed[lines.getFirst().split(",", -1).length - 2] + ",", ",123.45,"));
        lines.add(1, lines.remove(2));
        Files.write(file, lines);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(origin("BillingAccount", changed[0])).isEqualTo("billing/accounts.csv:3 load 2");
        assertThat(origin("BillingAccount", moved)).isEqualTo("billing/accounts.csv:3 load 1");
    }

    private String origin(String kind, String account) {
        JsonNode origin = hub.ask("engineer", "query ($id: ID!) { lineage(id: $id) { origin" + ROW + "} }",
                Map.of("id", new GlobalId(kind, "billing:" + account).encoded())).path("data").path("lineage")
                .path("origin");
        return "%s:%d load %d".formatted(origin.path("file").asString(), origin.path("line").asInt(),
                origin.path("loadNumber").asInt());
    }

    @Test
    @Order(3)
    void printsTheChainOnTheCommandLine() throws IOException {
        String account = Files.readAllLines(data.resolve("input/billing/accounts.csv")).get(1).split(",", -1)[0];
        String customer = customers("agent", "{ customers(first: 1) { nodes { id } } }", Map.of()).path(0).path("id")
                .asString();

        assertThat(command("lineage", "BillingAccount:billing:" + account)).containsPattern(
                "BillingAccount billing:" + account
                        + "\\R  came from  billing/accounts.csv line 3, load 1 at \\S+ COMPLETED\\R");
        assertThat(command("lineage", customer))
                .containsPattern("  displayName +[A-Z_]+ +\\w+\\.\\w+ \\S+  \\w+/\\S+ line")
                .containsPattern("  record  \\w+\\.\\w+ ");
        assertThat(command("lineage", customer, "--json")).startsWith("{\"type\":\"Customer\"");
        assertThat(command("lineage", "Customer:nobody")).isEqualTo("2 The hub knows no 'Customer:nobody'."
                + System.lineSeparator());
    }

    private String command(String... arguments) {
        StringWriter told = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", "http://127.0.0.1:" + port, "--data", data.toString()));
        int code = CommandLineProbe.execute(new PrintWriter(told, true), all);
        return code == 0 ? told.toString() : code + " " + told;
    }
}
