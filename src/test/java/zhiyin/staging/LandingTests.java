package zhiyin.staging;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.model.FieldType;
import zhiyin.model.RecordKind;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Landing.PendingFile;
import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

class LandingTests {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private static final RecordKind PARTY = new RecordKind("Party", List.of(optional("displayName", TEXT),
            optional("birthDate", DATE), optional("mobile", TEXT), optional("nationalId", TEXT)), "");
    private static final RecordKind BILL = new RecordKind("Bill", List.of(party(), required("amount", DECIMAL),
            required("state", new FieldType.Code(List.of("SENT", "SETTLED")))), "");

    private static final String SOURCE = """
            source: crm
            zone: Asia/Taipei
            region: TW
            feeds:
              people:
                files: people*.csv
                columns:
                  no: { type: text, required: true, unique: true }
                  name: { type: text, personal: true }
                  born: { type: date, formats: ["%Y-%m-%d", "%d/%m/%Y"], personal: true }
                  phone: { type: phone }
                  id: { type: identifier }
                records:
                  - kind: Party
                    key: no
                    fields: { displayName: name, birthDate: born, mobile: phone, nationalId: id }
              bills:
                files: bills*.csv
                columns:
                  bill: { type: text, required: true, unique: true }
                  no: { type: text, required: true }
                  amount: { type: decimal, required: true, min: 0 }
                  state: { type: text, required: true }
                records:
                  - kind: Bill
                    key: bill
                    fields:
                      party: { feed: crm.people, column: no }
                      amount: amount
                      state: { column: state, codes: { S: SENT, P: SETTLED } }
            """;

    @TempDir
    private Path folder;
    private Path input;
    private Staging staging;
    private Landing landing;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("crm.yaml"), SOURCE);
        input = Files.createDirectories(folder.resolve("input"));
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        landing = new Landing(staging, SourceCatalog.read(folder.resolve("sources"), List.of(PARTY, BILL)),
                List.of(PARTY, BILL), new Normaliser("a key".getBytes(StandardCharsets.UTF_8)), input);
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private Landed land(String file, String text) throws IOException {
        return land(file, text, StandardCharsets.UTF_8);
    }

    private Landed land(String file, String text, Charset encoding) throws IOException {
        Files.writeString(input.resolve(file), text, encoding);
        PendingFile pending = landing.pending().stream().filter(each -> each.file().equals(file)).findFirst()
                .orElseThrow();
        return landing.land(pending, 1, AT);
    }

    private List<Rejected> rejects() {
        return new Rejects(staging).of(1);
    }

    @Test
    void takesGoodRowsInAllTheirTypes() throws IOException {
        Landed landed = land("people.csv", """
                no,name,born,phone,id
                1,王小明,1980-02-29,0912-345-678,A123456789
                2, Ada Lovelace ,10/12/1985,+852 9123 4567,
                """);

        assertThat(landed).isEqualTo(new Landed(2, 0));
        assertThat(staging.query("SELECT id, \"displayName\", \"birthDate\", mobile FROM staged.\"Party\" ORDER BY id",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))))
                .containsExactly(
                        List.of("crm:people:1", "王小明", "1980-02-29", "+886912345678"),
                        List.of("crm:people:2", "Ada Lovelace", "1985-12-10", "+85291234567"));
    }

    @Test
    void neverKeepsANumberOfAnIdentityDocument() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,A,,,A123456789\n2,B,,,a 12345-6789\n");

        assertThat(staging.query("SELECT \"nationalId\" FROM staged.\"Party\"", row -> row.getString(1))).hasSize(2)
                .doesNotContainNull().allSatisfy(hash -> assertThat(hash).doesNotContain("123456789")).containsOnly(
                        staging.query("SELECT any_value(\"nationalId\") FROM staged.\"Party\"", row -> row.getString(1))
                                .getFirst());
    }

    @Test
    void keepsEachBadRowWithItsLineFieldAndReason() throws IOException {
        Landed landed = land("people.csv", """
                no,name,born,phone,id
                1,Ann,1980-13-45,,
                2,Bob,1980-01-01,,
                2,Bob again,1980-01-01,,
                ,Nobody,1980-01-01,,
                5,Short
                6,Long,1980-01-01,,,surplus
                7,Good,1980-01-01,,
                8,"Half""");

        assertThat(landed).isEqualTo(new Landed(8, 6));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason).containsExactlyInAnyOrder(
                tuple(2L, "born", RejectReason.TYPE), tuple(4L, "no", RejectReason.DUPLICATE),
                tuple(5L, "no", RejectReason.REQUIRED), tuple(6L, "born", RejectReason.MISSING_COLUMN),
                tuple(7L, null, RejectReason.EXTRA_COLUMN), tuple(9L, null, RejectReason.UNCLOSED_QUOTE));
        assertThat(staging.query("SELECT id FROM staged.\"Party\" ORDER BY id", row -> row.getString(1)))
                .containsExactly("crm:people:2", "crm:people:7");
    }

    @Test
    void goesOnBehindAQuoteThatIsNeverClosed() throws IOException {
        Landed landed = land("people.csv", "no,name,born,phone,id\n1,\"Ann,,,\n2,Bob,,,\n3,Cid,,,\n");

        assertThat(landed).isEqualTo(new Landed(3, 1));
        assertThat(rejects()).extracting(Rejected::line, Rejected::reason)
                .containsExactly(tuple(2L, RejectReason.UNCLOSED_QUOTE));
    }

    @Test
    void refusesRowsInAnotherEncodingAndTakesTheOthers() throws IOException {
        Landed landed = land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n2,M\u00fcller,,,\n3,Cid,,,\n",
                StandardCharsets.ISO_8859_1);

        assertThat(landed).isEqualTo(new Landed(3, 1));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason)
                .containsExactly(tuple(3L, "name", RejectReason.ENCODING));
    }

    @Test
    void takesNoRowWhenTheHeaderLacksARequiredColumn() throws IOException {
        Landed landed = land("people.csv", "name,born,phone,id\nAnn,,,\nBob,,,\n");

        assertThat(landed).isEqualTo(new Landed(2, 2));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason)
                .contains(tuple(1L, "no", RejectReason.MISSING_COLUMN));
        assertThat(staging.number("SELECT count(*) FROM staged.\"Party\"")).isZero();
    }

    @Test
    void showsPersonalValuesOnlyInTheirShape() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,31 Feb 1980,,\n");

        assertThat(rejects()).singleElement().extracting(Rejected::message).asString()
                .startsWith("'99 xxx 9999' is no date");
    }

    @Test
    void refusesCodesThatMeanNothingAndNumbersOutOfRange() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n");
        Landed landed = land("bills.csv", "bill,no,amount,state\nB1,1,10.50,P\nB2,1,-1,S\nB3,1,10,Q\nB4,1,ten,S\n");

        assertThat(landed).isEqualTo(new Landed(4, 3));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason, Rejected::message)
                .containsExactlyInAnyOrder(tuple(3L, "amount", RejectReason.RANGE, "'-1' is less than 0"),
                        tuple(4L, "state", RejectReason.CODE, "'Q' is not one of [S, P]"),
                        tuple(5L, "amount", RejectReason.TYPE, "'ten' is no decimal"));
    }

    @Test
    void notesRecordsOfAPartyThatNobodyKnows() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n");
        land("bills.csv", "bill,no,amount,state\nB1,1,10,P\nB2,99,10,P\n");
        staging.run("CREATE TABLE assignment AS SELECT id AS record, 'c1' AS customer FROM staged.\"Party\"");

        new Rejects(staging).noteUnknownReferences(BILL, 1);
        new Rejects(staging).noteUnknownReferences(BILL, 1);

        assertThat(rejects()).extracting(Rejected::file, Rejected::line, Rejected::field, Rejected::reason)
                .containsExactly(tuple("bills.csv", 3L, "party", RejectReason.UNKNOWN_REFERENCE));
        WorkList list = new WorkList(staging, BILL, false);
        assertThat(list.prepare()).isEqualTo(1);
    }

    @Test
    void readsAnUnchangedFileOnlyOnce() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n");

        assertThat(landing.pending()).isEmpty();
        assertThat(landing.notLandedIn(1)).isEmpty();
        assertThat(landing.notLandedIn(2)).hasSize(1);
    }

    @Test
    void leavesARecordAsItIsWhenItsRowDidNotChange() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n2,Bob,,,\n");
        WorkList list = new WorkList(staging, PARTY, false);
        assertThat(list.prepare()).isEqualTo(2);
        list.finish(false);

        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n2,Bobby,,,\n");

        assertThat(list.prepare()).isEqualTo(1);
        assertThat(list.rows(0, 10)).singleElement().extracting(row -> row.get("id")).isEqualTo("crm:people:2");
    }
}
