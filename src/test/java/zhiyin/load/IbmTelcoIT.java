package zhiyin.load;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import tools.jackson.databind.JsonNode;

import zhiyin.access.HubClient;
import zhiyin.load.LoadRequest.LoadTrigger;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

/** The five public tables of IBM's sample, where the machine has them: ZHIYIN_TEST_IBM_TELCO names their folder. */
@HubTest
@Import(HubClient.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "ZHIYIN_TEST_IBM_TELCO", matches = ".+", disabledReason = "ZHIYIN_TEST_IBM_TELCO does not name a folder with IBM's five tables")
class IbmTelcoIT {

    private static final String PAGE = """
            query ($after: String) { customers(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor }
              nodes { status products(first: 1) { nodes { monthlyPrice { amount } } }
                interactions(first: 2) { nodes { type reason } } } } }
            """;

    private final Loads loads;
    private final CleanStores stores;
    private final HubClient hub;

    @Autowired
    IbmTelcoIT(Loads loads, CleanStores stores, HubClient hub) {
        this.loads = loads;
        this.stores = stores;
        this.hub = hub;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("zhiyin.etl", () -> "etl/examples/ibm-telco");
        settings.add("zhiyin.load.input",
                () -> Path.of(System.getenv("ZHIYIN_TEST_IBM_TELCO")).toAbsolutePath().toString());
    }

    @BeforeAll
    void load() {
        stores.all();
        assertThat(loads.run(LoadRequest.ofAll(LoadTrigger.START))).isInstanceOf(LoadOutcome.Completed.class);
    }

    @Test
    void givesEachCustomerOnceWithItsChargeAndItsReasonToLeave() {
        int customers = 0;
        int churned = 0;
        int reasons = 0;
        BigDecimal charges = BigDecimal.ZERO;
        JsonNode page;
        String after = null;
        do {
            page = page(after);
            for (JsonNode customer : page.path("nodes")) {
                customers++;
                churned += customer.path("status").asString().equals("CHURNED") ? 1 : 0;
                reasons += hasReasonToLeave(customer) ? 1 : 0;
                charges = charges.add(new BigDecimal(customer.path("products").path("nodes").path(0)
                        .path("monthlyPrice").path("amount").asString()));
            }
            after = page.path("pageInfo").path("endCursor").asString();
        } while (page.path("pageInfo").path("hasNextPage").asBoolean());

        assertThat(page.path("totalCount").asInt()).isEqualTo(7_043);
        assertThat(customers).isEqualTo(7_043);
        assertThat(churned).isEqualTo(1_869);
        assertThat(reasons).isEqualTo(1_869);
        assertThat(charges.divide(BigDecimal.valueOf(customers), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo("64.76");
    }

    @Test
    void countsThoseWhoLeft() {
        assertThat(hub.ask("agent", "{ customers(filter: { status: CHURNED }) { totalCount } }").path("data")
                .path("customers").path("totalCount").asInt()).isEqualTo(1_869);
    }

    private static boolean hasReasonToLeave(JsonNode customer) {
        JsonNode interaction = customer.path("interactions").path("nodes").path(0);
        return interaction.path("type").asString("").equals("CANCELLATION")
                && !interaction.path("reason").asString("").isEmpty();
    }

    private JsonNode page(@Nullable String after) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("after", after);
        return hub.ask("agent", PAGE, variables).path("data").path("customers");
    }
}
