package zhiyin.contact;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTests {

    @ParameterizedTest
    @CsvSource({"' Wang.XM@Example.COM ', wang.xm@example.com", "ｗａｎｇ＠example.com, wang@example.com",
            "mailto:a+b@mail.example.com.tw, a+b@mail.example.com.tw", "王小明@例子.中国, 王小明@例子.中国"})
    void readsAnAddressInLowerCase(String written, String address) {
        assertThat(EmailAddress.parse(written)).contains(new EmailAddress(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wang", "wang@", "@example.com", "wang@example", "a b@example.com", "a@b@example.com",
            "wang..xm@example.com", "wang@-example.com", "0912345678"})
    void knowsWhatIsNoAddress(String written) {
        assertThat(EmailAddress.parse(written)).isEmpty();
    }
}
