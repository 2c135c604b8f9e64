package zhiyin.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class SourceCommandTests {

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    private Path folder;

    private int source(String... arguments) {
        return new CommandLine(new SourceCommand()).setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(errors, true)).execute(arguments);
    }

    @Test
    void findsNoMistakeInTheShippedDeclarations() {
        assertThat(source("check", "etl/sources/crm.yaml", "etl/sources/billing.yaml", "etl/sources/channel.yaml",
                "etl/sources/network.yaml", "etl/examples/ibm-telco/sources/crm.yaml")).as(out.toString() + errors)
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("No mistakes.");
    }

    @Test
    void tellsAllMistakesWithLineAndColumn() throws IOException {
        Path file = broken();

        assertThat(source("check", file.toString())).isEqualTo(1);
        assertThat(out.toString().lines()).containsExactly(
                file + ":2:1: zone: 'Asia/Nowhere' is no time zone; an example is Asia/Taipei",
                file + ":7:5: feeds.people.delimeter: 'delimeter' is not a key here; did you mean 'delimiter'?",
                file + ":10:15: feeds.people.columns.born.type: 'dat' is not one of [text, integer, decimal, money, date, "
                        + "datetime, boolean, phone, email, identifier]",
                file + ":13:9: feeds.people.records[0].key: no column 'nr' is declared; there are [no, born]",
                "4 mistakes.");
    }

    @Test
    void tellsMistakesToPrograms() throws IOException {
        Path file = broken();

        assertThat(source("check", "--json", file.toString())).isEqualTo(1);
        JsonNode first = JsonMapper.shared().readTree(out.toString()).path(1);
        assertThat(first.path("file").asString()).isEqualTo(file.toString());
        assertThat(first.path("line").asInt()).isEqualTo(7);
        assertThat(first.path("column").asInt()).isEqualTo(5);
        assertThat(first.path("place").asString()).isEqualTo("feeds.people.delimeter");
    }

    private Path broken() throws IOException {
        return Files.writeString(folder.resolve("crm.yaml"), """
                source: crm
                zone: Asia/Nowhere
                region: TW
                feeds:
                  people:
                    files: people.csv
                    delimeter: ";"
                    columns:
                      "no": { type: text }
                      born: { type: dat }
                    records:
                      - kind: Party
                        key: nr
                        fields: { displayName: "no" }
                """);
    }

    @Test
    void needsAFileThatIsThere() {
        assertThat(source("check", "nowhere.yaml")).isEqualTo(2);
        assertThat(errors.toString()).contains("nowhere.yaml: there is no such file");
        assertThat(source("infer", "nowhere.csv")).isEqualTo(2);
        assertThat(source()).isEqualTo(2);
    }

    @Test
    void draftsWhatItAccepts() throws IOException {
        Path sample = Files.writeString(folder.resolve("people.csv"),
                "no,name,born\n1,Ann,1980-02-29\n2,Bob,1981-01-31\n");

        assertThat(source("infer", sample.toString(), "--source", "shop")).isZero();
        Path draft = Files.writeString(folder.resolve("shop.yaml"), out.toString());
        out.getBuffer().setLength(0);
        assertThat(source("check", draft.toString())).as(out.toString()).isZero();
    }
}
