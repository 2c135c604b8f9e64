package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.model.RecordKind;
import zhiyin.source.FeedSelection;
import zhiyin.staging.Accounts.FileAccount;
import zhiyin.staging.Rejects.Corrected;
import zhiyin.staging.Rejects.Kept;
import zhiyin.staging.Rejects.Rejected;

import static java.util.stream.Collectors.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

/** Refused rows are kept, and read as somebody corrected them: with their file, in a copy of it, or without it. */
class CorrectionsTests {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final int KEPT = 4;
    private static final RecordKind PARTY = new RecordKind("Party", List.of(optional("displayName", TEXT),
            optional("mobile", TEXT), optional("nationalId", TEXT)), "");
    private static final RecordKind CALL = new RecordKind("Call", List.of(party(), required("note", TEXT)), "");

    private static final String SOURCE = """
            source: crm
            zone: Asia/Taipei
            region: TW
            feeds:
              people:
                files: people*.csv
                columns:
                  no: { type: text, required: true, unique: true }
                  name: { type: text, required: true, pattern: "[A-Z].*" }
                records: [{ kind: Party, key: "no", fields: { displayName: name } }]
              members:
                files: members*.csv
                changes: snapshot
                columns:
                  no: { type: text, required: true }
                  name: { type: text, required: true, pattern: "[A-Z].*" }
                records: [{ kind: Party, key: "no", fields: { displayName: name } }]
              phones:
                files: phones*.csv
                columns:
                  no: { type: text, required: true }
                  phone: { type: phone, required: true }
                  id: { type: identifier }
                records: [{ kind: Party, key: "no", fields: { mobile: phone, nationalId: id } }]
              stamps:
                files: stamps*.csv
                tolerance: 20%
                columns:
                  no: { type: text, required: true }
                  name: { type: text, required: true, pattern: "[A-Z].*" }
                records: [{ kind: Party, key: "no", fields: { displayName: name } }]
              calls:
                files: calls*.csv
                watermark: at
                columns:
                  call: { type: text, required: true }
                  no: { type: text, required: true }
                  note: { type: text, required: true }
                  at: { type: integer, required: true }
                records:
                  - kind: Call
                    key: call
                    fields: { party: { feed: crm.people, column: no }, note: note }
            """;

    @TempDir
    private Path folder;
    private OneSource source;
    private Path input;
    private Staging staging;
    private Landing landing;
    private Judge judge;
    private Accounts accounts;
    private Rejects rejects;
    private CorrectedByHand corrections;
    private long load;

    @BeforeEach
    void open() {
        corrections = new CorrectedByHand();
        source = new OneSource(folder, SOURCE, List.of(PARTY, CALL), new Refusals(corrections, KEPT), Origins.NONE);
        input = source.input;
        staging = source.staging;
        landing = source.landing;
        judge = new Judge(staging, source.catalog, landing);
        accounts = new Accounts(staging);
        rejects = new Rejects(staging);
    }

    @AfterEach
    void close() {
        source.close();
    }

    private void write(String file, String... lines) throws IOException {
        source.write(file, lines);
    }

    /** Loads what is new, or all. Answers what forbids to go on. */
    private List<String> load(boolean full) {
        load++;
        Wanted wanted = new Wanted(load, FeedSelection.ALL, full, null, null);
        landing.pending(wanted).forEach(file -> landing.land(file, load, AT.plusSeconds(load)));
        assertThat(landing.pending(wanted)).isEmpty();
        return end(false);
    }

    /** Takes the corrected rows that wait. */
    private void replay() {
        load++;
        Wanted wanted = Wanted.ofAll(load);
        landing.corrected(wanted).forEach(rows -> landing.land(rows, load, AT.plusSeconds(load)));
        assertThat(landing.corrected(wanted)).isEmpty();
        end(true);
    }

    private List<String> end(boolean isReplay) {
        List<String> stops = new ArrayList<>(
                source.vanished.close(FeedSelection.ALL, load, AT.plusSeconds(load), true));
        rejects.noteUnknownReferences(CALL, load);
        landing.keepUnknown(load);
        stops.addAll(isReplay
                ? judge.refused(FeedSelection.ALL, load)
                : judge.judge(FeedSelection.ALL, load, AT));
        assertThat(accounts.files(load)).allMatch(FileAccount::isEven);
        rejects.corrected(load).forEach(row -> corrections.take(row.hash()));
        return stops;
    }

    private List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        rejects.eachKept(load, kept::add);
        return kept;
    }

    private String refused() {
        List<String> refused = new ArrayList<>();
        rejects.each(load, reject -> refused.add(told(reject)));
        return String.join("; ", refused);
    }

    private static String told(Rejected reject) {
        return "%s:%d %s %s".formatted(reject.file(), reject.line(), reject.field(), reject.reason());
    }

    private void correct(String column, String value) {
        Kept row = kept().getFirst();
        corrections.correct(row, load, refused().contains("UNKNOWN_REFERENCE"), Map.of(column, value));
    }

    private String came() {
        return accounts.files(load).stream()
                .map(account -> "%s read %d: added %d, changed %d, unchanged %d, rejected %d"
                        .formatted(account.file(), account.read(), account.added(), account.changed(),
                                account.unchanged(),
                                account.rejected()))
                .collect(joining("; "));
    }

    private String people() {
        return staging.query("""
                SELECT _key || '=' || coalesce("displayName", '') || CASE WHEN _closed_at IS NULL THEN '' ELSE '†' END
                FROM staged."Party" ORDER BY _key""", row -> row.getString(1)).stream().collect(joining(" "));
    }

    private long staged(String condition) {
        return staging.number("SELECT count(*) FROM staged.\"Party\" WHERE " + condition);
    }

    @Test
    void keepsTheValuesOfARefusedRowAndNoNumberOfADocument() throws IOException {
        write("phones.csv", "no,phone,id", "1,0912345678,B123456789", "2,rang off,B123456789");
        load(false);

        assertThat(kept()).singleElement().satisfies(row -> assertThat(row.cells())
                .contains("\"no\":\"2\"", "\"phone\":\"rang off\"", "\"id\":\"\\u0002").doesNotContain("B123456789"));

        correct("phone", "0922333444");
        replay();
        assertThat(came()).isEqualTo("phones.csv read 1: added 1, changed 0, unchanged 0, rejected 0");
        assertThat(staged("_key = '2' AND mobile = '+886922333444'")).isOne();
        load(true);
        assertThat(came()).isEqualTo("phones.csv read 2: added 0, changed 0, unchanged 2, rejected 0");
        assertThat(staging.number("SELECT count(DISTINCT \"nationalId\") FROM staged.\"Party\"")).isOne();
    }

    @Test
    void readsACorrectedRowAsCorrectedWheneverItComesAgain() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,bob");
        load(false);
        assertThat(refused()).isEqualTo("people.csv:3 name PATTERN");
        correct("name", "Bob");
        replay();
        assertThat(came()).isEqualTo("people.csv read 1: added 1, changed 0, unchanged 0, rejected 0");
        assertThat(people()).isEqualTo("1=Ann 2=Bob");
        assertThat(rejects.corrected(load)).extracting(Corrected::isRefused).containsExactly(false);

        load(true);
        assertThat(came()).isEqualTo("people.csv read 2: added 0, changed 0, unchanged 2, rejected 0");
        write("people-2.csv", "no,name", "2,bob", "3,cid");
        load(false);
        assertThat(refused()).isEqualTo("people-2.csv:3 name PATTERN");
        assertThat(people()).isEqualTo("1=Ann 2=Bob");
    }

    @Test
    void takesACorrectedRowWhoseFileIsGone() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,bob");
        load(false);
        correct("name", "Bob");
        Files.delete(input.resolve("people.csv"));
        replay();

        assertThat(people()).isEqualTo("1=Ann 2=Bob");
        replay();
        assertThat(came()).isEmpty();
    }

    @Test
    void aRowThatCameLaterKeepsTheWord() throws IOException {
        write("people-1.csv", "no,name", "1,Ann", "2,bob");
        load(false);
        correct("name", "Bob");
        write("people-2.csv", "no,name", "1,Anna", "2,Bobby");
        load(false);
        replay();

        assertThat(came()).isEqualTo("people-1.csv read 1: added 0, changed 0, unchanged 1, rejected 0");
        assertThat(people()).isEqualTo("1=Anna 2=Bobby");
    }

    @Test
    void aRowThatCameEarlierLosesTheWord() throws IOException {
        write("people-1.csv", "no,name", "2,Rob");
        load(false);
        write("people-2.csv", "no,name", "1,Ann", "2,bob");
        load(false);
        correct("name", "Bob");
        replay();

        assertThat(came()).isEqualTo("people-2.csv read 1: added 0, changed 1, unchanged 0, rejected 0");
        assertThat(people()).isEqualTo("1=Ann 2=Bob");
    }

    @Test
    void refusesARowAgainThatIsStillWrong() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,bob");
        load(false);
        String hash = kept().getFirst().hash();
        correct("name", "");
        replay();

        assertThat(refused()).isEqualTo("people.csv:3 name REQUIRED");
        assertThat(came()).isEqualTo("people.csv read 1: added 0, changed 0, unchanged 0, rejected 1");
        assertThat(rejects.corrected(load)).containsExactly(new Corrected("crm", "people", hash, true));
        assertThat(people()).isEqualTo("1=Ann");
    }

    @Test
    void correctsTheSecondOfTwoEqualRowsAndLeavesTheFirst() throws IOException {
        write("people.csv", "no,name", "1,Ann", "1,Ann");
        load(false);
        assertThat(refused()).isEqualTo("people.csv:3 no DUPLICATE");
        correct("no", "2");
        load(true);

        assertThat(came()).isEqualTo("people.csv read 2: added 1, changed 0, unchanged 1, rejected 0");
        assertThat(people()).isEqualTo("1=Ann 2=Ann");
    }

    @Test
    void aCorrectedRowDoesNotTakeThePlaceOfAGoodOne() throws IOException {
        write("people.csv", "no,name", "1,ann", "2,Bob");
        load(false);
        corrections.correct(kept().getFirst(), load, false, Map.of("no", "2", "name", "Ann"));
        replay();
        assertThat(refused()).isEqualTo("people.csv:2 no DUPLICATE");
        assertThat(people()).isEqualTo("2=Bob");

        load(true);
        assertThat(refused()).isEqualTo("people.csv:2 no DUPLICATE");
        assertThat(people()).isEqualTo("2=Bob");
    }

    @Test
    void aCorrectedRowOfASnapshotIsNotMissing() throws IOException {
        write("members.csv", "no,name", "1,Ann", ",bob", "3,Cid");
        load(false);
        corrections.correct(kept().getFirst(), load, false, Map.of("no", "2", "name", "Bob"));
        replay();
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");

        load(false);
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");
        write("members.csv", "no,name", "1,Ann", ",bob");
        load(false);
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid†");
    }

    @Test
    void correctsRowsThatCouldNotBeReadByColumns() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2", "3,Cid,x", "4,\"Dan", "5,Eve");
        load(false);
        assertThat(refused()).isEqualTo(
                "people.csv:3 name MISSING_COLUMN; people.csv:4 null EXTRA_COLUMN; people.csv:5 null UNCLOSED_QUOTE");
        assertThat(kept()).extracting(Kept::text).containsExactly(null, "x", "4,\"Dan");
        List<Map<String, String>> values = List.of(Map.of("name", "Bob"), Map.of("name", "Cid x"),
                Map.of("no", "4", "name", "Dan"));
        for (int i = 0; i < values.size(); i++) {
            corrections.correct(kept().get(i), load, false, values.get(i));
        }
        load(true);

        assertThat(came()).isEqualTo("people.csv read 5: added 3, changed 0, unchanged 2, rejected 0");
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid x 4=Dan 5=Eve");
    }

    @Test
    void correctsWhatARowRefersTo() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob");
        write("calls.csv", "call,no,note,at", "a,1,hello,1", "b,9,hello,1");
        load(false);
        assertThat(refused()).isEqualTo("calls.csv:3 party UNKNOWN_REFERENCE");
        correct("no", "2");
        replay();
        assertThat(came()).isEqualTo("calls.csv read 1: added 0, changed 1, unchanged 0, rejected 0");
        assertThat(refused()).isEmpty();

        load(true);
        assertThat(came()).isEqualTo("calls.csv read 2: added 0, changed 0, unchanged 2, rejected 0; "
                + "people.csv read 2: added 0, changed 0, unchanged 2, rejected 0");
        assertThat(staging.number("SELECT count(*) FROM staged.\"Call\" WHERE party = 'crm:people:2'")).isOne();
    }

    @Test
    void refusesARowAgainThatStillRefersToNobody() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob");
        write("calls.csv", "call,no,note,at", "a,1,hello,1", "b,9,hello,1");
        load(false);
        correct("no", "8");
        replay();

        assertThat(refused()).isEqualTo("calls.csv:3 party UNKNOWN_REFERENCE");
        assertThat(came()).isEqualTo("calls.csv read 1: added 0, changed 0, unchanged 0, rejected 1");
        assertThat(rejects.corrected(load)).extracting(Corrected::isRefused).containsExactly(true);
    }

    @Test
    void readsAFileAgainOfWhichNothingWasTakenOnceItsRowsAreCorrected() throws IOException {
        write("stamps.csv", "no,name", "1,Ann", "2,bob", "3,cid");
        assertThat(load(false)).hasSize(1);
        assertThat(landing.due()).isEmpty();
        corrections.correct(kept().getFirst(), load, false, Map.of("name", "Bob"));
        assertThat(landing.due()).hasSize(1);
        assertThat(load(false)).hasSize(1);
        assertThat(people()).isEmpty();

        corrections.correct(kept().getFirst(), load, false, Map.of("name", "Cid"));
        replay();
        assertThat(came()).isEqualTo("stamps.csv read 3: added 3, changed 0, unchanged 0, rejected 0");
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");
    }

    @Test
    void keepsNoMoreRowsOfAFeedThanItIsToldTo() throws IOException {
        write("people-1.csv", "no,name", "1,a", "2,b", "3,c");
        write("people-2.csv", "no,name", "4,d", "5,e", "6,f");
        load(false);

        assertThat(kept()).extracting(Kept::line).containsExactly(2L, 3L, 4L, 2L);
        List<Rejected> without = new ArrayList<>();
        rejects.each(load, reject -> {
            if (reject.hash() == null) {
                without.add(reject);
            }
        });
        assertThat(without).extracting(CorrectionsTests::told)
                .containsExactly("people-2.csv:3 name PATTERN", "people-2.csv:4 name PATTERN");
    }
}
