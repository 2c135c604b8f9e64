package zhiyin.reject;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;

import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.LoadRequest;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.load.Loads;
import zhiyin.load.LoadOutcome;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Refused rows on their way through the API into the graph; the tests build on each other. */
@HubTest
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RejectsIT {

    private static final String REJECTS = """
            query ($status: RejectStatus) { loads(first: 1) { nodes { number status trigger rejectCount
              rejectGroups { feed reason count open }
              feeds { feed read rejected added changed unchanged closed }
              rejects(status: $status) { totalCount nodes { line field reason message status row { id status text acceptedIn correctedBy
                cells { column value masked atFault correction } } } } } } }
            """;

    private static final String CORRECT = """
            mutation ($row: ID!, $column: String!, $value: String) {
              rejectCorrect(input: {corrections: [{row: $row, values: [{column: $column, value: $value}]}]}) {
                rows { status cells { column value correction } } userErrors { code message field } } }
            """;

    private final Loads loads;
    private final HubClient hub;
    private final CleanStores stores;
    private final RowStore rows;
    private final Path customers;
    private String bornWrong = "";
    private String kindless = "";
    private String formula = "";

    @Autowired
    RejectsIT(Loads loads, HubClient hub, CleanStores stores, RowStore rows, @Value("${zhiyin.data}") Path data) {
        this.loads = loads;
        this.hub = hub;
        this.stores = stores;
        this.rows = rows;
        this.customers = data.resolve("input/crm/customers.csv");
    }

    @BeforeAll
    void load() throws IOException {
        stores.all();
        Files.createDirectories(customers.getParent());
        Files.writeString(customers, """
                customer_no,name,kind,id_no,birth_date,mobile,since,status,updated_at
                C00000001,王小明,P,A123456789,1980-01-02,0912345678,2020-01-01,A,2026-10-01 10:00:00
                C00000002,陳美玲,P,B223456789,1990-13-45,0922333444,2020-01-01,A,2026-10-01 10:00:00
                C00000003,林志強,Q,,1970-05-06,0933444555,2020-01-01,A,2026-10-01 10:00:00
                C00000004,=cmd(),P,,1971-05-06,,2020-01-01,=1+1,2026-10-01 10:00:00
                """);
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    private JsonNode latest(Map<String, Object> variables) {
        return hub.ask("engineer", REJECTS, variables).path("data").path("loads").path("nodes").path(0);
    }

    private JsonNode rejects() {
        return latest(Map.of()).path("rejects").path("nodes");
    }

    private static JsonNode cell(JsonNode row, String column) {
        return row.path("cells").valueStream().filter(cell -> cell.path("column").asString().equals(column)).findFirst()
                .orElseThrow();
    }

    private JsonNode correct(String row, String column, String value) {
        return hub.ask("engineer", CORRECT, Map.of("row", row, "column", column, "value", value)).path("data")
                .path("rejectCorrect");
    }

    private String code(JsonNode payload) {
        return payload.path("userErrors").path(0).path("code").asString("");
    }

    private JsonNode replay() {
        return hub.ask("engineer",
                "mutation { loadReplay(input: {}) { load { number trigger } userErrors { code } } }").path("data")
                .path("loadReplay");
    }

    private void awaitEnd(int number) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        JsonNode load = latest(Map.of());
        while ((load.path("number").asInt() < number || load.path("status").asString().equals("RUNNING"))
                && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            load = latest(Map.of());
        }
        assertThat(load.path("status").asString()).isEqualTo("COMPLETED");
    }

    private List<String> names() {
        return hub.ask("agent", "{ customers(first: 50) { nodes { displayName } } }").path("data").path("customers")
                .path("nodes").valueStream().map(customer -> customer.path("displayName").asString()).sorted().toList();
    }

    private void assertThatAccountsAreEven() {
        assertThat(latest(Map.of()).path("feeds").valueStream()).isNotEmpty()
                .allMatch(feed -> feed.path("read").asLong() == Stream
                        .of("rejected", "added", "changed", "unchanged", "closed")
                        .mapToLong(name -> feed.path(name).asLong()).sum());
    }

    @Test
    @Order(1)
    void showsWhatIsAtFaultAndOfOtherPersonalValuesTheirShape() {
        assertThat(names()).containsExactly("王小明");
        JsonNode rejects = rejects();
        assertThat(rejects.valueStream().map(reject -> "%d %s %s %s".formatted(reject.path("line").asInt(),
                reject.path("field").asString(), reject.path("reason").asString(), reject.path("status").asString())))
                .containsExactly("3 birth_date TYPE OPEN", "4 kind CODE OPEN", "5 status CODE OPEN");
        bornWrong = rejects.path(0).path("row").path("id").asString();
        kindless = rejects.path(1).path("row").path("id").asString();
        formula = rejects.path(2).path("row").path("id").asString();

        JsonNode row = rejects.path(0).path("row");
        assertThat(cell(row, "birth_date").path("value").asString()).isEqualTo("1990-13-45");
        assertThat(cell(row, "birth_date").path("atFault").asBoolean()).isTrue();
        assertThat(cell(row, "customer_no").path("value").asString()).isEqualTo("C00000002");
        assertThat(cell(row, "name").path("value").asString()).isEqualTo("xxx");
        assertThat(cell(row, "mobile").path("value").asString()).isEqualTo("+999999999999");
        assertThat(cell(row, "id_no").path("value").asString()).isEqualTo("(hashed)");
        assertThat(cell(rejects.path(1).path("row"), "birth_date").path("masked").asBoolean()).isTrue();
        assertThat(latest(Map.of()).path("rejectGroups").toString())
                .isEqualTo("[{\"feed\":\"customers\",\"reason\":\"CODE\",\"count\":2,\"open\":2},"
                        + "{\"feed\":\"customers\",\"reason\":\"TYPE\",\"count\":1,\"open\":1}]");
    }

    @Test
    @Order(2)
    void handsOutAFileThatASpreadsheetOpensAndNoFormulaRuns() {
        int number = latest(Map.of()).path("number").asInt();
        HttpResponse<String> file = hub.get("engineer", "/loads/" + number + "/rejects.csv?feed=crm.customers");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.body())
                .startsWith("\uFEFFrow,status,source,feed,file,line,field,reason,message,text,customer_no,name,");
        List<String> lines = file.body().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).startsWith(bornWrong + ",OPEN,crm,customers,crm/customers.csv,3,birth_date,TYPE,")
                .contains(",C00000002,xxx,P,(hashed),1990-13-45,").doesNotContain("陳美玲");
        assertThat(lines.get(3)).contains(",'=xxx(),P,").contains(",'=1+1,").doesNotContain(",=");
        assertThat(hub.get("engineer", "/loads/" + number + "/rejects.csv?reason=TYPE").body().lines()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agent", "manager", "marketer", "admin"})
    @Order(2)
    void isForEngineersAlone(String role) {
        assertThat(hub.get(role, "/loads/1/rejects.csv").statusCode()).isEqualTo(403);
        assertThat(HubClient.code(hub.ask(role, CORRECT, Map.of("row", bornWrong, "column", "kind", "value", "P"))))
                .isEqualTo("FORBIDDEN");
        assertThat(HubClient.code(hub.ask(role, "mutation { loadReplay(input: {}) { load { id } } }")))
                .isEqualTo("FORBIDDEN");
    }

    @Test
    @Order(3)
    void refusesCorrectionsThatCannotBe() {
        assertThat(code(correct(bornWrong, "birthday", "1990-12-15"))).isEqualTo("UNKNOWN_COLUMN");
        assertThat(code(correct("UmVmdXNlZFJvdzo5OTk5OTk", "kind", "P"))).isEqualTo("UNKNOWN_ROW");
        assertThat(code(correct("nonsense", "kind", "P"))).isEqualTo("UNKNOWN_ROW");
        assertThat(code(correct(bornWrong, "kind", "a\u0002b"))).isEqualTo("INVALID_VALUE");
        assertThat(code(correct(bornWrong, "name", "xxx"))).as("a masked value that was left alone")
                .isEqualTo("NOTHING_GIVEN");
        assertThat(code(replay())).isEqualTo("NOTHING_CORRECTED");
    }

    @Test
    @Order(4)
    void bringsACorrectedRowIntoTheGraphAndRefusesOneThatIsStillWrong() throws InterruptedException {
        JsonNode corrected = correct(bornWrong, "birth_date", "1990-12-15").path("rows").path(0);
        assertThat(corrected.path("status").asString()).isEqualTo("CORRECTED");
        assertThat(cell(corrected, "birth_date").path("correction").asString()).isEqualTo("1990-12-15");
        correct(kindless, "kind", "Z");
        assertThat(latest(Map.of("status", "CORRECTED")).path("rejects").path("totalCount").asInt()).isEqualTo(2);

        JsonNode started = replay();
        assertThat(started.path("load").path("trigger").asString()).isEqualTo("REPLAY");
        awaitEnd(started.path("load").path("number").asInt());

        assertThat(names()).containsExactly("王小明", "陳美玲");
        assertThatAccountsAreEven();
        assertThat(latest(Map.of()).path("feeds").path(0).path("read").asInt()).isEqualTo(2);
        assertThat(rejects().valueStream().map(reject -> "%s %s %s".formatted(reject.path("reason").asString(),
                reject.path("status").asString(), reject.path("message").asString())))
                .singleElement().asString().startsWith("CODE REFUSED_AGAIN 'Z' is not one of");
        assertThat(rejects().path(0).path("row").path("id").asString()).isEqualTo(kindless);
    }

    @Test
    @Order(5)
    void stillHasItAfterEverythingIsReadAgain() {
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START).inFull())).isInstanceOf(LoadOutcome.Completed.class);

        assertThat(names()).containsExactly("王小明", "陳美玲");
        assertThatAccountsAreEven();
        JsonNode feed = latest(Map.of()).path("feeds").path(0);
        assertThat(feed.path("read").asInt()).isEqualTo(4);
        assertThat(feed.path("unchanged").asInt()).isEqualTo(2);
        assertThat(feed.path("rejected").asInt()).isEqualTo(2);
        assertThat(code(correct(bornWrong, "kind", "P"))).isEqualTo("ALREADY_ACCEPTED");
    }

    @Test
    @Order(6)
    void leavesADismissedRowRefused() throws InterruptedException {
        String dismiss = "mutation ($row: ID!) { rejectDismiss(input: {rows: [$row]}) { rows { status correctedBy } userErrors { code } } }";
        correct(formula, "status", "A");
        JsonNode dismissed = hub.ask("engineer", dismiss, Map.of("row", formula)).path("data").path("rejectDismiss");
        assertThat(dismissed.path("rows").path(0).path("status").asString()).isEqualTo("DISMISSED");
        assertThat(dismissed.path("rows").path(0).path("correctedBy").asString()).isEqualTo("engineer-client");
        assertThat(code(hub.ask("engineer", dismiss, Map.of("row", bornWrong)).path("data").path("rejectDismiss")))
                .isEqualTo("ALREADY_ACCEPTED");

        correct(kindless, "kind", "P");
        awaitEnd(replay().path("load").path("number").asInt());
        assertThat(names()).containsExactly("林志強", "王小明", "陳美玲");
    }

    @Test
    @Order(7)
    void forgetsInTimeWhatNobodyCorrected() {
        Map<String, Object> dismissed = Map.of("row", formula, "column", "status", "value", "A");
        rows.forget(Duration.ofDays(1));
        assertThat(code(hub.ask("engineer", CORRECT, dismissed).path("data").path("rejectCorrect"))).isEmpty();
        hub.ask("engineer", "mutation ($row: ID!) { rejectDismiss(input: {rows: [$row]}) { rows { id } } }",
                Map.of("row", formula));

        rows.forget(Duration.ZERO);
        assertThat(code(hub.ask("engineer", CORRECT, dismissed).path("data").path("rejectCorrect")))
                .isEqualTo("UNKNOWN_ROW");
        assertThat(code(correct(bornWrong, "kind", "P"))).isEqualTo("ALREADY_ACCEPTED");
    }
}
