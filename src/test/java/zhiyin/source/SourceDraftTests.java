package zhiyin.source;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

import static java.util.stream.Collectors.joining;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.model.FieldType;
import zhiyin.model.RecordKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhiyin.model.RecordField.optional;

class SourceDraftTests {

    private static final RecordKind PARTY = new RecordKind("Party", List.of("customerNo", "nationalId", "displayName",
            "birthDate", "mobile", "email", "city", "postalCode",
            "postalAddress", "customerSince").stream()
            .map(field -> optional(field, FieldType.Plain.TEXT)).toList(), "");

    @TempDir
    private Path folder;

    private String draft(String name, byte[] sample) throws IOException {
        Path file = Files.write(folder.resolve(name), sample);
        String yaml = new SourceDraft("crm", ZoneId.of("Asia/Taipei"), "TW").of(file, 1_000);
        Path declaration = Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("crm.yaml"),
                yaml);
        assertThat(SourceCatalog.check(declaration, List.of(PARTY))).isEmpty();
        return yaml;
    }

    @Test
    void tellsTypesFormatsAndRulesOfCsv() throws IOException {
        String yaml = draft("Customers-2026-10.csv", """
                customer_no;name;born;mobile;email;vip;visits;paid;zip;since;seen;note
                C1;王小明;29/02/1980;0912-345-678;a@example.org;Y;3;1.234,50;00123;2020-01-31;2026-10-01T08:00:00Z;
                C2;Ada;30/12/1985;+852 9123 4567;;N;4;12,00;00124;2021/02/28;2026-10-02T08:00:00Z;x
                C3;Bob;01/01/1990;0987654321;b@example.org;N;5;7;10115;2020-03-31;2026-10-02T08:00:00Z;x
                """.getBytes(Charset.forName("UTF-8")));

        assertThat(yaml).contains("  customers:\n", "files: crm/Customers-2026-10.csv", "delimiter: \";\"",
                "customer_no: { type: text, required: true, unique: true }",
                "name: { type: text, required: true, personal: true }",
                "born: { type: date, formats: [\"%d/%m/%Y\"], required: true, personal: true }",
                "mobile: { type: phone, required: true }", "email: { type: email }",
                "vip: { type: boolean, required: true }", "visits: { type: integer, required: true }",
                "paid: { type: decimal, point: \",\", group: \".\", required: true }",
                "zip: { type: text, required: true }",
                "since: { type: date, formats: [\"%Y-%m-%d\", \"%Y/%m/%d\"], required: true }",
                "seen: { type: datetime, formats: [\"%Y-%m-%dT%H:%M:%SZ\"], required: true }", "note: { type: text }",
                "        key: customer_no\n", "          displayName: name\n", "          birthDate: born\n",
                "          mobile: mobile\n", "          email: email\n", "          customerSince: since\n");
    }

    @Test
    void looksPastAFewSlips() throws IOException {
        String rows = IntStream.range(0, 200).mapToObj("C%d,2020-01-31,5\n"::formatted).collect(joining());

        assertThat(draft("people.csv",
                ("number,since,visits\n" + rows + "C,2020-02-31,five\n").getBytes(Charset.forName("UTF-8"))))
                .contains("since: { type: date, formats: [\"%Y-%m-%d\"]", "visits: { type: integer");
        assertThat(draft("people.csv", ("number,since\n" + rows.replaceAll(",5\n", "\n") + "C,x\n".repeat(50))
                .getBytes(Charset.forName("UTF-8")))).contains("since: { type: text");
    }

    @Test
    void tellsAnotherEncoding() throws IOException {
        String rows = "王小明,台北市信義區市府路一號\n陳大文,高雄市苓雅區四維三路二號\n".repeat(50);
        String yaml = draft("people.csv",
                ("no,name,address\n" + rows.replaceAll("(?m)^", "1,")).getBytes(Charset.forName("Big5")));

        assertThat(yaml).contains("encoding: Big5").contains("\"no\": {").contains("key: \"no\"");
    }

    @Test
    void tellsNestedFieldsOfJsonLines() throws IOException {
        String yaml = draft("people.jsonl", """
                {"id": 1, "name": "Ann", "address": {"city": "台北"}, "tags": [1]}
                {"id": 2, "name": "Bob", "passport": "X1"}
                {"id": 3, "nam
                """.getBytes(Charset.forName("UTF-8")));

        assertThat(yaml).contains("format: jsonl", "id: { type: integer, required: true, unique: true }",
                "address.city: { type: text }", "passport: { type: identifier }", "city: address.city");
    }

    @Test
    void tellsColumnsOfParquet() throws SQLException, IOException {
        Path file = folder.resolve("made.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("""
                    COPY (SELECT 'C' || i AS customer_no, DATE '1980-01-01' AS born, 2.0::DOUBLE AS visits
                          FROM range(3) t(i)) TO '%s' (FORMAT parquet)""".formatted(file));
        }
        assertThat(draft("people.parquet", Files.readAllBytes(file))).contains("format: parquet",
                "born: { type: date,", "visits: { type: integer,",
                "customer_no: { type: text, required: true, unique: true }");
    }

    @Test
    void needsSomethingToLookAt() {
        assertThatThrownBy(() -> draft("empty.csv", new byte[0])).isInstanceOf(IOException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> draft("x.parquet", new byte[]{1})).isInstanceOf(IOException.class)
                .hasMessageContaining("no Parquet file");
    }
}
