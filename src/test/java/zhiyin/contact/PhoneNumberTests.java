package zhiyin.contact;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneNumberTests {

    private static final List<String> REGIONS = List.of("TW", "HK", "CN", "MO");

    @ParameterizedTest
    @CsvSource({"0912-345-678, +886912345678", "+886 912 345 678, +886912345678", "886912345678, +886912345678",
            "912345678, +886912345678", "０９１２３４５６７８, +886912345678", "(02) 2720-8889, +886227208889",
            "00886912345678, +886912345678", "tel:+886-912-345-678, +886912345678", "6123 4567, +85261234567",
            "00852 91234567, +85291234567", "001 852 9123 4567, +85291234567", "852-9123-4567, +85291234567",
            "13800138000, +8613800138000", "+86 138 0013 8000, +8613800138000", "+853 6612 3456, +85366123456"})
    void readsANumberInAnyNotation(String written, String e164) {
        assertThat(PhoneNumber.parse(written, REGIONS)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000000000", "12345678", "99999999", "call me", "wang@example.com", "+",
            "++886912345678",
            "+886912345678901234", "王小明 0912345678"})
    void knowsWhatIsNoNumber(String written) {
        assertThat(PhoneNumber.parse(written, REGIONS)).isEmpty();
    }

    @Test
    void readsANumberAsDialledInTheFirstRegionWhereItIsValid() {
        assertThat(PhoneNumber.parse("66123456", List.of("MO", "HK"))).contains(new PhoneNumber("+85366123456"));
        assertThat(PhoneNumber.parse("66123456", List.of("HK", "MO"))).contains(new PhoneNumber("+85266123456"));
    }

    @Test
    void cannotHoldAnythingButE164() {
        assertThatThrownBy(() -> new PhoneNumber("0912345678")).isInstanceOf(IllegalArgumentException.class);
    }
}
