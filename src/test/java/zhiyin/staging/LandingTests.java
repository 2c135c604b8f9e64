package zhiyin.staging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import zhiyin.model.FieldType;
import zhiyin.model.RecordKind;
import zhiyin.source.FeedSelection;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing.Landed;

import zhiyin.staging.Rejects.Rejected;

import static java.util.stream.Collectors.joining;

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
                files: people*.{csv,csv.gz}
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
              calls:
                files: calls*.csv
                columns:
                  call: { type: text, required: true }
                  minutes: { type: integer, required: true }
                  phone: { type: phone, required: true }
                  email: { type: email, required: true }
                records:
                  - kind: Party
                    key: call
                    fields: { mobile: phone }
              calls_again:
                files: calls*.csv
                columns:
                  call: { type: text, required: true }
                  minutes: { type: integer, required: true }
                records:
                  - kind: Party
                    key: call
                    fields: { displayName: call }
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
        Delivery pending = landing.due().stream().filter(each -> each.name().equals(file)).findFirst()
                .orElseThrow();
        return landing.land(pending, 1, AT);
    }

    private static Wanted full(long load) {
        return new Wanted(load, FeedSelection.ALL, true, null, null);
    }

    private List<Rejected> rejects() {
        List<Rejected> rejects = new ArrayList<>();
        new Rejects(staging).each(1, rejects::add);
        return rejects;
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
                .containsExactly(tuple(1L, "no", RejectReason.MISSING_COLUMN));
        assertThat(rejects()).singleElement().extracting(Rejected::message).asString().contains("2 rows");
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

    @ParameterizedTest
    @ValueSource(strings = {"1.23456", "0x1F", "1_000", "1e3", ".5", "5.", "123456789012345", "1,5", "+-1"})
    void roundsNoDecimalAndGuessesNone(String amount) throws IOException {
        land("bills.csv", "bill,no,amount,state\nB1,1,\"%s\",P\n".formatted(amount));

        assertThat(rejects()).singleElement().extracting(Rejected::field, Rejected::reason)
                .containsExactly("amount", RejectReason.TYPE);
    }

    @ParameterizedTest
    @CsvSource({"+1.5, 1.5000", "1.230000, 1.2300", "0000012345678901234.5, 12345678901234.5000", "0, 0.0000"})
    void takesDecimalsThatFit(String amount, String taken) throws IOException {
        land("bills.csv", "bill,no,amount,state\nB1,1,%s,P\n".formatted(amount));

        assertThat(staging.query("SELECT amount FROM staged.\"Bill\"", row -> row.getString(1)))
                .containsExactly(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "0x1F", "1_000", "1e3", "2147483648"})
    void roundsNoWholeNumber(String minutes) throws IOException {
        land("calls.csv", "call,minutes,phone,email\n1,%s,0912345678,a@example.org\n".formatted(minutes));

        assertThat(rejects()).singleElement().extracting(Rejected::field, Rejected::reason)
                .containsExactly("minutes", RejectReason.TYPE);
    }

    @Test
    void takesWholeNumbersWithASign() throws IOException {
        assertThat(land("calls.csv", """
                call,minutes,phone,email
                1,+5,0912345678,a@example.org
                2,-5,0912345678,a@example.org
                """)).isEqualTo(new Landed(2, 0));
    }

    @Test
    void saysWhatAPhoneAndAnAddressAreNotWithoutShowingThem() throws IOException {
        land("calls.csv", "call,minutes,phone,email\n1,5,12,nobody\n");

        assertThat(rejects()).extracting(Rejected::field, Rejected::message).containsExactlyInAnyOrder(
                tuple("phone", "the value is no phone number"), tuple("email", "the value is no e-mail address"));
    }

    @Test
    void hashesFullWidthDocumentNumbersLikePlainOnes() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,A,,,A123456789\n2,B,,,Ａ１２３－４５６７８９\n");

        assertThat(staging.number("SELECT count(DISTINCT \"nationalId\") FROM staged.\"Party\"")).isEqualTo(1);
    }

    @Test
    void keepsTheRejectsOfAnotherFeedThatReadsTheSameFile() throws IOException {
        land("calls.csv", "call,minutes,phone,email\n1,x,0912345678,a@example.org\n");
        landing.land(landing.due().stream().filter(each -> each.feedName().equals("calls_again")).findFirst()
                .orElseThrow(), 1, AT);

        assertThat(rejects()).extracting(Rejected::feed, Rejected::field)
                .containsExactly(tuple("calls", "minutes"), tuple("calls_again", "minutes"));
    }

    @Test
    void refusesRowsWithControlCharactersAndNeverRepeatsThem() throws IOException {
        Landed landed = land("people.csv",
                "no,name,born,phone,id,\u0001x\n1,A\0nn,,,,\n2,B\to\tb,,,,\n3,Cid,,,,\u0007\n");

        assertThat(landed).isEqualTo(new Landed(3, 2));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason, Rejected::message)
                .containsExactly(tuple(2L, "name", RejectReason.ENCODING, "a control character, U+0000"),
                        tuple(4L, "\uFFFDx", RejectReason.ENCODING, "a control character, U+0007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,Ann,,,\n2,Bob,,,A12345", "1,Ann,,,\n2,Bob"})
    void refusesTheLastRowWhenNoLineBreakEndsIt(String rows) throws IOException {
        assertThat(land("people.csv", "no,name,born,phone,id\n" + rows)).isEqualTo(new Landed(2, 1));
        assertThat(rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason)
                .containsExactly(tuple(3L, null, RejectReason.TRUNCATED));
    }

    @Test
    void takesNothingOfAFileThatEndsInItsHeader() throws IOException {
        assertThat(land("people.csv", "no,name,born,phone,id")).isEqualTo(new Landed(0, 0));
        assertThat(rejects()).extracting(Rejected::line, Rejected::reason)
                .containsExactly(tuple(1L, RejectReason.TRUNCATED));
    }

    @Test
    void refusesACompressedFileThatWasCutOffAndTakesItWhenItIsWhole() throws IOException {
        byte[] whole = compressed("no,name,born,phone,id\n" + IntStream.range(0, 20_000)
                .mapToObj("%d,Ann,bad,,\n"::formatted).collect(joining()) + "x,Bob,,,\n");
        Path file = Files.write(input.resolve("people.csv.gz"), Arrays.copyOf(whole, whole.length / 2));

        landing.land(landing.due().getFirst(), 1, AT);

        assertThat(rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.reason()).isEqualTo(RejectReason.UNREADABLE);
            assertThat(reject.message()).contains("Unexpected end");
        });
        assertThat(staging.number("SELECT count(*) FROM raw")).isZero();
        assertThat(landing.due()).isEmpty();

        Files.write(file, whole);
        assertThat(landing.land(landing.due().getFirst(), 2, AT)).isEqualTo(new Landed(20_001, 20_000));
        assertThat(staging.number("SELECT count(*) FROM reject WHERE load = 2")).isEqualTo(20_000);
    }

    @Test
    void refusesAFileThatIsNotCompressedThoughItsNameSaysSo() throws IOException {
        land("people.csv.gz", "no,name,born,phone,id\n1,Ann,,,\n");

        assertThat(rejects()).extracting(Rejected::reason).containsExactly(RejectReason.UNREADABLE);
    }

    private static byte[] compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void keepsMoreFaultsThanItHoldsInMemory() throws IOException {
        String rows = IntStream.range(0, 25_000).mapToObj("%d,M\u00fcller,,,\n"::formatted).collect(joining());

        assertThat(land("people.csv", "no,name,born,phone,id\n" + rows + "x,Ann,,,\n", StandardCharsets.ISO_8859_1))
                .isEqualTo(new Landed(25_001, 25_000));
        assertThat(rejects()).hasSize(25_000);
    }

    @Test
    void notesUnknownPartiesOfUnchangedRowsThatALoadReadsAgain() throws IOException {
        land("bills.csv", "bill,no,amount,state\nB1,99,10,P\n");
        staging.run("CREATE TABLE assignment (record VARCHAR, customer VARCHAR)");
        landing.land(landing.pending(full(2)).getFirst(), 2, AT);

        new Rejects(staging).noteUnknownReferences(BILL, 2);
        new Rejects(staging).noteUnknownReferences(BILL, 3);

        assertThat(staging.query("SELECT load, file, line, reason FROM reject", row -> List.of(row.getLong(1),
                row.getString(2), row.getLong(3), row.getString(4))))
                .containsExactly(List.of(2L, "bills.csv", 2L, "UNKNOWN_REFERENCE"));
    }

    @Test
    void readsAnUnchangedFileOnlyOnce() throws IOException {
        land("people.csv", "no,name,born,phone,id\n1,Ann,,,\n");

        assertThat(landing.due()).isEmpty();
        assertThat(landing.pending(full(1))).isEmpty();
        assertThat(landing.pending(full(2))).hasSize(1);
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
