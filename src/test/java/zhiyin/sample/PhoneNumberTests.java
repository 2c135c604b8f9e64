package zhiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

class PhoneNumberTests {

    private static final Region TAIWAN = new WordFiles(Path.of("etl/sample"))
            .yaml("operator.yaml", OperatorSettings.class).regions().getFirst();
    private static final PhoneNumber NUMBER = new PhoneNumber(TAIWAN, "912345678");

    @Test
    void isWrittenTheWaysPeopleWriteIt() {
        assertThat(NUMBER.written(Notation.PLAIN)).isEqualTo("0912345678");
        assertThat(NUMBER.written(Notation.DASHED)).isEqualTo("0912-345-678");
        assertThat(NUMBER.written(Notation.INTERNATIONAL)).isEqualTo("+886 912 345 678");
        assertThat(NUMBER.written(Notation.DIGITS)).isEqualTo("886912345678");
        assertThat(NUMBER.written(Notation.FULL_WIDTH)).isEqualTo("０９１２３４５６７８");
        assertThat(NUMBER.written(Notation.BRACKETS)).isEqualTo("(0912)345678");
    }

    @Test
    void isGivenOnlyOnce() {
        Keys keys = new Keys(1);
        assertThat(LongStream.range(0, 20_000).mapToObj(index -> keys.mobile(TAIWAN, index, 0).national()))
                .doesNotHaveDuplicates();
    }
}
