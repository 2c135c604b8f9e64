package zhiyin.staging;

import java.io.IOException;
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
import zhiyin.model.RowPlace;
import zhiyin.source.FeedSelection;

import static java.util.stream.Collectors.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

/** Which row a record is said to stem from. */
class OriginsTests {

    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final RecordKind CALL = new RecordKind("Call", List.of(party(), required("note", TEXT)), "");

    private static final String SOURCE = """
            source: crm
            zone: Asia/Taipei
            region: TW
            feeds:
              listed:
                files: listed*.csv
                changes: snapshot
                columns:
                  no: { type: text, required: true }
                  note: { type: text, required: true }
                records:
                  - kind: Call
                    key: no
                    fields: { party: { feed: crm.listed, column: no }, note: note }
              told:
                files: told*.csv
                columns:
                  no: { type: text, required: true }
                  note: { type: text, required: true }
                records:
                  - kind: Call
                    key: no
                    fields: { party: { feed: crm.listed, column: no }, note: note }
              dated:
                files: dated*.csv
                watermark: at
                closed: { column: op, values: [D] }
                columns:
                  no: { type: text, required: true }
                  op: { type: text }
                  note: { type: text, required: true }
                  at: { type: integer, required: true }
                records:
                  - kind: Call
                    key: no
                    fields: { party: { feed: crm.listed, column: no }, note: note }
            """;

    @TempDir
    private Path folder;
    private OneSource source;
    private Staging staging;
    private Landing landing;
    private final List<String> files = new ArrayList<>();
    private long load;

    @BeforeEach
    void open() {
        source = new OneSource(folder, SOURCE, List.of(CALL), Refusals.UNCORRECTED,
                (load, source, feed, file) -> number("%d %s".formatted(load, file == null ? feed : file)));
        staging = source.staging;
        landing = source.landing;
    }

    private int number(String file) {
        if (!files.contains(file)) {
            files.add(file);
        }
        return files.indexOf(file) + 1;
    }

    @AfterEach
    void close() {
        source.close();
    }

    private void load(String file, String... lines) throws IOException {
        source.write(file, lines);
        load();
    }

    private void load() {
        load++;
        landing.pending(Wanted.ofAll(load)).forEach(file -> landing.land(file, load, AT.plusSeconds(load)));
        source.vanished.close(FeedSelection.ALL, load, AT.plusSeconds(load), false);
    }

    /** Each record with load, file and line that it stems from, and after a cross those of what closed it. */
    private String origins() {
        return staging.query("SELECT _key, _origin, _closed_by FROM staged.\"Call\" ORDER BY _key",
                row -> row.getString(1) + "=" + place(row.getLong(2))
                        + (row.getObject(3) == null ? "" : "†" + place(row.getLong(3))))
                .stream().collect(joining(", "));
    }

    private String place(long packed) {
        RowPlace place = RowPlace.of(packed);
        return files.get(place.file() - 1) + ":" + place.line();
    }

    @Test
    void isTheRowThatBroughtTheValuesAsTheyAre() throws IOException {
        load("told.csv", "no,note", "1,a", "2,b");
        load("told.csv", "no,note", "1,a", "2,c", "3,d");

        assertThat(origins()).isEqualTo("1=1 told.csv:2, 2=2 told.csv:3, 3=2 told.csv:4");
    }

    @Test
    void staysWhenTheSameValuesAreFoundElsewhere() throws IOException {
        load("told.csv", "no,note", "1,a", "2,b");
        load("told.csv", "no,note", "2,b", "1,a");
        load("told-2.csv", "no,note", "2,b");

        assertThat(origins()).isEqualTo("1=1 told.csv:2, 2=1 told.csv:3");
    }

    @Test
    void isNotTheRowThatComesTooLate() throws IOException {
        load("dated.csv", "no,op,note,at", "1,U,a,5", "1,U,b,7", "2,U,x,3");
        load("dated-2.csv", "no,op,note,at", "1,U,late,6", "2,U,y,4");

        assertThat(origins()).isEqualTo("1=1 dated.csv:3, 2=2 dated-2.csv:3");
    }

    @Test
    void tellsTheRowThatClosedARecord() throws IOException {
        load("dated.csv", "no,op,note,at", "1,U,a,5", "2,U,b,5");
        load("dated-2.csv", "no,op,note,at", "1,D,,8");

        assertThat(origins()).isEqualTo("1=1 dated.csv:2†2 dated-2.csv:2, 2=1 dated.csv:3");
    }

    @Test
    void tellsTheEndOfARecordThatWasToldBeforeItsValues() throws IOException {
        load("dated.csv", "no,op,note,at", "1,D,,8");
        load("dated-2.csv", "no,op,note,at", "1,D,,6");
        load("dated-3.csv", "no,op,note,at", "1,U,a,5");
        load("dated-4.csv", "no,op,note,at", "1,U,b,7");

        assertThat(origins()).isEqualTo("1=4 dated-4.csv:2†1 dated.csv:2");
    }

    @Test
    void tellsTheSnapshotThatLacksARecordUntilItReturns() throws IOException {
        load("listed.csv", "no,note", "1,a", "2,b", "3,c");
        load("listed.csv", "no,note", "1,a", "3,c");
        assertThat(origins()).isEqualTo("1=1 listed.csv:2, 2=1 listed.csv:3†2 listed:0, 3=1 listed.csv:4");

        load("listed.csv", "no,note", "2,b", "1,a", "3,c");
        assertThat(origins()).isEqualTo("1=1 listed.csv:2, 2=3 listed.csv:2, 3=1 listed.csv:4");
    }

    @Test
    void goesWithTheRecordToAnotherCustomerAndStaysAsItIsWhenReadInFull() throws IOException {
        load("told.csv", "no,note", "1,a");
        staging.run("""
                CREATE TABLE assignment (record VARCHAR, customer VARCHAR, rule VARCHAR);
                INSERT INTO assignment VALUES ('crm:listed:1', 'c1', NULL)""");
        Tables.createTold(staging, CALL);
        Map<String, Object> first = told();
        landing.pending(new Wanted(2, FeedSelection.ALL, true, null, null))
                .forEach(file -> landing.land(file, 2, AT.plusSeconds(2)));
        staging.run(
                "UPDATE assignment SET customer = 'c2'; INSERT INTO untold.\"Call\" SELECT id FROM staged.\"Call\"");
        Map<String, Object> second = told();

        assertThat(first.get("customer")).isEqualTo("c1");
        assertThat(second.get("customer")).isEqualTo("c2");
        assertThat(List.of(first, second)).allSatisfy(row -> assertThat((Map<?, ?>) row.get("properties"))
                .extracting("origin").isEqualTo(RowPlace.start(1) + 2));
    }

    private Map<String, Object> told() {
        WorkList list = new WorkList(staging, CALL, false);
        list.prepare();
        Map<String, Object> row = list.rows(0, 1).getFirst();
        list.finish(false);
        return row;
    }
}
