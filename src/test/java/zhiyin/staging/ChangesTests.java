package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import zhiyin.model.RecordKind;
import zhiyin.source.FeedSelection;
import zhiyin.source.NamedFeed;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Accounts.FileAccount;

import static java.util.stream.Collectors.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

/** How deliveries settle with what is known: snapshots, deltas, events, in and out of order. */
class ChangesTests {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final RecordKind PARTY = new RecordKind("Party", List.of(optional("displayName", TEXT)), "");
    private static final RecordKind CALL = new RecordKind("Call", List.of(party(), required("note", TEXT)), "");

    private static final String SOURCE = """
            source: crm
            zone: Asia/Taipei
            region: TW
            feeds:
              calls:
                files: calls*.csv
                changes: append
                columns:
                  call: { type: text, required: true }
                  no: { type: text, required: true }
                  note: { type: text, required: true }
                records:
                  - kind: Call
                    key: call
                    fields: { party: { feed: crm.people, column: no }, note: note }
                checks:
                  - { check: known-person, references: { column: no, feed: crm.people }, severity: warn }
                  - { check: enough, rows: { min: 2, swing: 50% }, severity: fail }
              people:
                files: people*.csv
                changes: snapshot
                tolerance: 40%
                columns:
                  no: { type: text, required: true, unique: true }
                  name: { type: text, required: true, pattern: "[A-Z].*" }
                records:
                  - kind: Party
                    key: no
                    fields: { displayName: name }
              moves:
                files: moves*.csv
                watermark: at
                closed: { column: op, values: [D] }
                columns:
                  no: { type: text, required: true }
                  op: { type: text }
                  name: { type: text, required: true, severity: warn, pattern: "[A-Z].*" }
                  at: { type: datetime, required: true, formats: ["%Y-%m-%dT%H:%M:%SZ"] }
                records:
                  - kind: Party
                    key: no
                    fields: { displayName: name }
                checks:
                  - { check: fresh, freshness: { column: at, within: 36h }, severity: fail }
                  - { check: named, sql: "name <> 'Nobody'" }
              stamps:
                files: stamps*.csv
                columns:
                  no: { type: text, required: true }
                  name: { type: text, required: true, severity: fail, pattern: "[A-Z].*" }
                records:
                  - kind: Party
                    key: no
                    fields: { displayName: name }
            """;

    @TempDir
    private Path folder;
    private OneSource source;
    private Path input;
    private Staging staging;
    private Landing landing;
    private Judge judge;
    private Accounts accounts;
    private long load;

    @BeforeEach
    void open() {
        open(folder);
    }

    private void open(Path folder) {
        source = new OneSource(folder, SOURCE, List.of(PARTY, CALL), Refusals.UNCORRECTED, Origins.NONE);
        input = source.input;
        staging = source.staging;
        landing = source.landing;
        judge = new Judge(staging, source.catalog, landing);
        accounts = new Accounts(staging);
        load = 0;
    }

    @AfterEach
    void close() {
        source.close();
    }

    private void write(String file, String... lines) throws IOException {
        source.write(file, lines);
    }

    /** Loads what lies there as the land step does. Answers what forbids to go on. */
    private List<String> load() {
        load++;
        landing.pending(Wanted.ofAll(load)).forEach(file -> landing.land(file, load, AT.plusSeconds(load)));
        List<String> stops = new ArrayList<>(
                source.vanished.close(FeedSelection.ALL, load, AT.plusSeconds(load), false));
        new Rejects(staging).noteUnknownReferences(CALL, load);
        stops.addAll(judge.judge(FeedSelection.ALL, load, Instant.parse("2026-11-02T00:00:00Z")));
        assertThat(accounts.files(load)).allMatch(FileAccount::isEven);
        if (stops.isEmpty()) {
            accounts.remember(load);
        }
        return stops;
    }

    private FileAccount account(String file) {
        return accounts.files(load).stream().filter(each -> each.file().equals(file)).findFirst().orElseThrow();
    }

    private String came(String file) {
        FileAccount account = account(file);
        return "read %d: added %d, changed %d, unchanged %d, closed %d, rejected %d".formatted(account.read(),
                account.added(), account.changed(), account.unchanged(), account.closed(), account.rejected());
    }

    /** Open records by key, and closed ones with a cross. */
    private String people() {
        return staging.query("""
                SELECT _key || '=' || coalesce("displayName", '') || CASE WHEN _closed_at IS NULL THEN '' ELSE '†' END
                FROM staged."Party" ORDER BY _key""", row -> row.getString(1)).stream().collect(joining(" "));
    }

    @Test
    void countsEachRowOnce() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob", "3,cid", "4,Dan");
        assertThat(load()).isEmpty();
        assertThat(came("people.csv")).isEqualTo("read 4: added 3, changed 0, unchanged 0, closed 0, rejected 1");

        write("people.csv", "no,name", "1,Ann", "2,Bobby", "3,Cid", "4,dan");
        assertThat(load()).isEmpty();
        assertThat(came("people.csv")).isEqualTo("read 4: added 1, changed 1, unchanged 1, closed 0, rejected 1");
        assertThat(people()).isEqualTo("1=Ann 2=Bobby 3=Cid 4=Dan");
    }

    @Test
    void takesTheGoodRowsBesideSeveralWithoutAKey() throws IOException {
        write("moves.csv", "no,op,name,at", ",U,Ann,2026-11-01T10:00:00Z", ",U,Bob,2026-11-01T10:00:00Z",
                "3,U,Cid,2026-11-01T10:00:00Z");
        assertThat(load()).isEmpty();

        assertThat(people()).isEqualTo("3=Cid");
        assertThat(came("moves.csv")).isEqualTo("read 3: added 1, changed 0, unchanged 0, closed 0, rejected 2");
    }

    @Test
    void closesWhatASnapshotNoLongerHasAndOpensItWhenItReturns() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob", "3,Cid");
        load();
        write("people.csv", "no,name", "1,Ann", "3,Cid");
        assertThat(load()).isEmpty();
        assertThat(people()).isEqualTo("1=Ann 2=Bob† 3=Cid");
        assertThat(accounts.vanished(load)).singleElement()
                .isEqualTo(new Accounts.VanishedRecords("crm", "people", 1));

        write("people.csv", "no,name", "1,Ann", "2,Bob", "3,Cid");
        assertThat(load()).isEmpty();
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");
        assertThat(came("people.csv")).isEqualTo("read 3: added 0, changed 1, unchanged 2, closed 0, rejected 0");
    }

    @Test
    void takesAllFilesOfASnapshotFeedForOneSnapshot() throws IOException {
        write("people-1.csv", "no,name", "1,Ann", "2,Bob");
        write("people-2.csv", "no,name", "3,Cid", "4,Dan");
        load();
        Files.delete(input.resolve("people-2.csv"));
        write("people-3.csv", "no,name", "3,Cid");

        assertThat(load()).isEmpty();

        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid 4=Dan†");
    }

    @Test
    void closesNothingWhenTheDeliveryIsMissingOrMostOfItIs() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob", "3,Cid");
        load();
        Files.delete(input.resolve("people.csv"));
        assertThat(load()).isEmpty();
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");

        write("people.csv", "no,name", "1,Ann");
        assertThat(load()).singleElement().asString().startsWith("crm.people: 2 of 3 records are not in the snapshot");
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");
    }

    @Test
    void takesNothingOfAFileWithMoreBadRowsThanTheFeedTolerates() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,bob");
        assertThat(load()).containsExactly(
                "crm.people: people.csv: 1 of 2 rows are refused, where 40% are tolerated");
        assertThat(people()).isEmpty();
        assertThat(came("people.csv")).isEqualTo("read 2: added 0, changed 0, unchanged 0, closed 0, rejected 2");
        assertThat(accounts.notices(load)).extracting(Accounts.Notice::code).containsExactly("TOLERANCE");

        write("people.csv", "no,name", "1,Ann", "2,Bob");
        assertThat(load()).isEmpty();
        assertThat(people()).isEqualTo("1=Ann 2=Bob");
    }

    @Test
    void doesNotStopOverARefusedFileThatWasTakenAway() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,bob");
        load();
        Files.delete(input.resolve("people.csv"));

        assertThat(judge.judge(FeedSelection.ALL, load, AT)).isEmpty();
    }

    @Test
    void refusesTheWholeFileWhenARuleThatMustHoldIsBroken() throws IOException {
        write("stamps.csv", "no,name", "1,Ann", "2,Bob", "3,cid");

        assertThat(load()).containsExactly(
                "crm.stamps: stamps.csv: column 'name': 1 of 3 rows break its rules, where none are tolerated");
        assertThat(people()).isEmpty();
    }

    @Test
    void tellsOfBrokenRulesThatRefuseNothing() throws IOException {
        write("moves.csv", "no,op,name,at", "1,U,ann,2026-11-01T10:00:00Z", "2,U,bob,2026-11-01T10:00:00Z",
                "3,U,Nobody,2026-11-01T10:00:00Z");
        assertThat(load()).isEmpty();

        assertThat(people()).isEqualTo("1=ann 2=bob");
        assertThat(accounts.notices(load)).singleElement().satisfies(notice -> {
            assertThat(notice.severity()).isEqualTo("WARN");
            assertThat(notice.code()).isEqualTo("PATTERN");
            assertThat(notice.message())
                    .isEqualTo("2 rows, the first on line 2: name: 'ann' does not fit [A-Z].*");
        });
        assertThat(staging.query("SELECT reason || ' ' || field || ' ' || message FROM reject",
                row -> row.getString(1))).containsExactly("CHECK named it does not hold that name <> 'Nobody'");
    }

    @Test
    void stopsWhenWhatIsDeliveredIsOlderThanAllowed() throws IOException {
        write("moves.csv", "no,op,name,at", "1,U,Ann,2026-10-31T08:00:00Z");

        assertThat(load()).containsExactly(
                "crm.moves: check 'fresh': the newest is of 2026-10-31T08:00:00Z, 40 hours ago, where 36 hours are allowed");
    }

    @Test
    void stopsWhenFewerOrManyMoreRowsComeThanExpected() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob", "3,Cid");
        write("calls.csv", "call,no,note", "a,1,hello");
        assertThat(load())
                .containsExactly("crm.calls: check 'enough': 1 rows, where 2 to any number are expected");

        write("calls.csv", "call,no,note", "a,1,hello", "b,2,hello");
        assertThat(load()).isEmpty();
        write("calls-2.csv", "call,no,note", "c,1,hello", "d,2,hello", "e,1,x", "f,1,x");
        assertThat(load())
                .containsExactly("crm.calls: check 'enough': 4 rows after 2, where a swing of 50% is expected");
    }

    private void deliverAgain(String file) throws IOException {
        Files.setLastModifiedTime(input.resolve(file), FileTime.from(AT.plusSeconds(60 * (load + 1))));
    }

    @Test
    void takesAFileThatIsDeliveredAgainWithTheSameBytesForTheSame() throws IOException {
        write("stamps.csv", "no,name", "1,Ann", "2,Bob");
        load();
        deliverAgain("stamps.csv");
        assertThat(landing.due()).isEmpty();
        assertThat(landing.pending(new Wanted(load + 1, FeedSelection.ALL, true, null, null))).hasSize(1);

        write("stamps.csv", "no,name", "1,Ann", "2,Bib");
        assertThat(landing.due()).hasSize(1);
    }

    @Test
    void readsTheSameBytesAgainWhenAnotherFileHadTheWordMeanwhile() throws IOException {
        write("stamps-1.csv", "no,name", "1,Ann");
        load();
        write("stamps-2.csv", "no,name", "1,Bob");
        load();
        deliverAgain("stamps-1.csv");
        load();

        assertThat(people()).isEqualTo("1=Ann");
    }

    @Test
    void readsAFileAgainThatWasAwayThoughItIsTheSame() throws IOException {
        write("people-1.csv", "no,name", "1,Ann", "2,Bob");
        write("people-2.csv", "no,name", "3,Cid");
        load();
        Path away = Files.move(input.resolve("people-2.csv"), folder.resolve("away.csv"));
        load();
        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid†");
        Files.move(away, input.resolve("people-2.csv"));
        load();

        assertThat(people()).isEqualTo("1=Ann 2=Bob 3=Cid");
    }

    @Test
    void putsFeedsThatOthersReferToFirst() {
        assertThat(SourceCatalog.read(folder.resolve("sources"), List.of(PARTY, CALL)).inOrder())
                .extracting(NamedFeed::name).containsExactly("people", "moves", "stamps", "calls");
    }

    @Test
    void landsFirstWhatOthersReferTo() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob");
        write("calls.csv", "call,no,note", "a,1,hello", "b,9,hello");
        load();

        assertThat(accounts.notices(load)).extracting(Accounts.Notice::message)
                .containsExactly("1 rows, the first on line 3: known-person: '9' is no key of crm.people");
        assertThat(came("calls.csv")).isEqualTo("read 2: added 1, changed 0, unchanged 0, closed 0, rejected 1");
    }

    @Test
    void keepsEventsForever() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob");
        write("calls.csv", "call,no,note", "a,1,hello", "b,2,hello");
        load();
        Files.delete(input.resolve("calls.csv"));
        write("calls-2.csv", "call,no,note", "b,2,hello", "c,2,hello");
        load();

        assertThat(staging.number("SELECT count(*) FROM staged.\"Call\" WHERE _closed_at IS NULL")).isEqualTo(3);
        assertThat(came("calls-2.csv")).isEqualTo("read 2: added 1, changed 0, unchanged 1, closed 0, rejected 0");
    }

    @Test
    void remembersWhereARowIsFoundNow() throws IOException {
        write("people.csv", "no,name", "1,Ann", "2,Bob");
        load();
        write("people.csv", "no,name", "0,Abe", "1,Ann", "2,Bob");
        load();

        assertThat(staging.number("SELECT _line FROM staged.\"Party\" WHERE _key = '2'")).isEqualTo(4);
    }

    @Test
    void ofARowThatClosesOnlyTheKeyIsRead() throws IOException {
        write("moves.csv", "no,op,name,at", "1,U,Ann,2026-11-01T10:00:00Z");
        load();
        write("moves-2.csv", "no,op,name,at", "1,D,,2026-11-01T11:00:00Z");
        load();

        assertThat(people()).isEqualTo("1=Ann†");
        assertThat(came("moves-2.csv")).isEqualTo("read 1: added 0, changed 0, unchanged 0, closed 1, rejected 0");
    }

    /** Rows of three records, each with many versions and ends, in whatever order and in however many files. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void endsInTheSameRecordsInWhateverOrderRowsCome(long seed) throws IOException {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            rows.add("%d,%s,%s,2026-11-01T%02d:00:00Z".formatted(1 + random.nextInt(3),
                    random.nextInt(4) == 0 ? "D" : "U", (char) ('A' + random.nextInt(3)), random.nextInt(12)));
        }
        String inOrder = peopleAfter(
                rows.stream().sorted((one, other) -> one.substring(6).compareTo(other.substring(6)))
                        .toList(),
                1, "in-order");

        for (int run = 0; run < 3; run++) {
            List<String> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(peopleAfter(shuffled, 1 + random.nextInt(6), "shuffled" + run)).isEqualTo(inOrder);
        }
    }

    private String peopleAfter(List<String> rows, int files, String name) throws IOException {
        source.close();
        open(folder.resolve(name));
        int each = Math.ceilDiv(rows.size(), files);
        for (int from = 0; from < rows.size(); from += each) {
            List<String> lines = new ArrayList<>(List.of("no,op,name,at"));
            lines.addAll(rows.subList(from, Math.min(rows.size(), from + each)));
            write("moves-%02d.csv".formatted(from), lines.toArray(String[]::new));
            load();
        }
        return people();
    }
}
