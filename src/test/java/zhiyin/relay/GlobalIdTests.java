package zhiyin.relay;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class GlobalIdTests {

    @Test
    void comesBackAsItWentOut() {
        GlobalId id = new GlobalId("CustomerBill", "billing:2026:帳單/7");

        assertThat(GlobalId.decode(id.encoded())).contains(id);
        assertThat(GlobalId.decode(id.encoded(), "CustomerBill")).contains(id.id());
    }

    @Test
    void isNoIdOfAnotherType() {
        assertThat(GlobalId.decode(new GlobalId("CustomerBill", "7").encoded(), "Customer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "!!!", "Ojc", "Q3VzdG9tZXI"})
    void isNothingWhenAClientMadeItUp(String forged) {
        assertThat(GlobalId.decode(forged)).isEmpty();
    }
}
