package zhiyin.api;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentTextTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``|0", "{ a }|3", "{a,b,,c}|5", "# only said|0",
            "{ a(b: \"c } # d\", e: -1.5) @f }|13", "\"\"\"a \" b\"\"\" { c }|4", "\"never closed|1",
            "\"a\\\" b\" c|2"})
    void countsWordsAndSigns(String text, int tokens) {
        assertThat(DocumentText.of(text).tokens()).isEqualTo(tokens);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"``|0", "{ a { b } c }|2", "{ a(b: [[1]]) }|4",
            "{ a(b: \"{{{\") } # {{{|2"})
    void countsOpenBrackets(String text, int nesting) {
        assertThat(DocumentText.of(text).nesting()).isEqualTo(nesting);
    }
}
