package zhiyin.staging;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class CsvFormatTests {

    private static final String COLUMNS = """
            files: "*.csv"
            columns:
              "no": { type: text, required: true }
              name: { type: text }
            """;

    @TempDir
    private Path folder;

    @Test
    void takesAnotherQuoteAndDelimiter() {
        try (OneFeed feed = new OneFeed(folder, "quote: \"'\"\ndelimiter: \"|\"\n" + COLUMNS)) {
            assertThat(feed.land("a.csv", "no|name\n1|'A|n''n'\n2|say \"hi\"\n")).isEqualTo(new Landed(2, 0));
            assertThat(feed.typed("name")).containsExactly("A|n'n", "say \"hi\"");
        }
    }

    @Test
    void heedsTheSeparatorLineOfASpreadsheet() {
        try (OneFeed feed = new OneFeed(folder, COLUMNS)) {
            assertThat(feed.land("a.csv", "\uFEFFsep=;\r\nno;name\r\n1;Ann\r\n2;B;C\r\n3;\"open\r\n4;Cid\r\n"))
                    .isEqualTo(new Landed(4, 2));
            assertThat(feed.typed("name")).containsExactly("Ann", "Cid");
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::reason).containsExactly(
                    tuple(4L, RejectReason.EXTRA_COLUMN), tuple(5L, RejectReason.UNCLOSED_QUOTE));
        }
    }

    @Test
    void takesTheTextOutOfCellsThatASpreadsheetMadeTexts() {
        try (OneFeed feed = new OneFeed(folder, COLUMNS)) {
            feed.land("a.csv", "no,name\n=\"00123\",\"=\"\"007\"\"\"\n2,=1+1\n");

            assertThat(feed.typed("no")).containsExactly("00123", "2");
            assertThat(feed.typed("name")).containsExactly("007", "=1+1");
        }
    }

    @Test
    void passesOverNamelessColumnsBehindTheLast() {
        try (OneFeed feed = new OneFeed(folder, COLUMNS)) {
            assertThat(feed.land("a.csv", "no,name,,\r\n1,Ann,,\r\n2,Bob\r\n3,Cid,,x\r\n4,Dan,,,\r\n"))
                    .isEqualTo(new Landed(4, 2));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::reason).containsExactly(
                    tuple(4L, RejectReason.EXTRA_COLUMN), tuple(5L, RejectReason.EXTRA_COLUMN));
            assertThat(feed.notices()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"GBK, 张三", "GB18030, 张三𠮷", "Big5, 王小明", "ISO-8859-1, Müller", "UTF-16, 王小明", "UTF-16LE, 王小明"})
    void readsTheDeclaredEncoding(String encoding, String name) {
        try (OneFeed feed = new OneFeed(folder, "encoding: " + encoding + "\n" + COLUMNS)) {
            String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
            assertThat(feed.land("a.csv", (mark + "no,name\n1," + name + "\n").getBytes(Charset.forName(encoding))))
                    .isEqualTo(new Landed(1, 0));
            assertThat(feed.typed("name")).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "Big5", "ISO-8859-1"})
    void refusesRowsWithBytesThatTheEncodingDoesNotHave(String encoding) {
        try (OneFeed feed = new OneFeed(folder, "encoding: " + encoding + "\n" + COLUMNS)) {
            byte[] bytes = "no,name\n1,Ann\n2,B\u0081\u00FF\n3,Cid\n".getBytes(StandardCharsets.ISO_8859_1);

            assertThat(feed.land("a.csv", bytes)).isEqualTo(new Landed(3, 1));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason)
                    .containsExactly(tuple(3L, "name", RejectReason.ENCODING));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 10_000_000, 20_000_000})
    void refusesARowWithAFieldThatIsTooLargeAndTakesTheOthers(int size) {
        try (OneFeed feed = new OneFeed(folder, COLUMNS)) {
            assertThat(feed.land("a.csv", "no,name\n1,Ann\n2," + "x".repeat(size) + "\n3,\"C\nid\"\n4,Dan\n"))
                    .isEqualTo(new Landed(4, 1));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::reason)
                    .containsExactly(tuple(3L, RejectReason.TOO_LARGE));
            assertThat(feed.staging.number("SELECT _line FROM typed WHERE \"no\" = '4'")).isEqualTo(6);
        }
    }

    @Test
    void refusesAFileThatHasADeclaredColumnTwice() {
        try (OneFeed feed = new OneFeed(folder, COLUMNS)) {
            assertThat(feed.land("a.csv", "no,name,no\n1,Ann,2\n2,Bob,1\n")).isEqualTo(new Landed(2, 2));
            assertThat(feed.rejects()).singleElement().satisfies(reject -> {
                assertThat(reject.reason()).isEqualTo(RejectReason.AMBIGUOUS_COLUMN);
                assertThat(reject.message()).isEqualTo("there is more than one column 'no': 2 rows could not be taken");
            });
        }
    }
}
