package zhiyin.staging;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import zhiyin.model.EventDocument;
import zhiyin.model.FieldType.Code;
import zhiyin.model.GraphShape;
import zhiyin.model.History;
import zhiyin.model.RecordKind;

import static zhiyin.model.FieldType.Plain.DATE_TIME;
import static zhiyin.model.RecordField.party;
import static zhiyin.model.RecordField.required;

/** A graph and a search server in memory, and a staging that tells them of events as the steps of a load do. */
final class EventStores implements AutoCloseable {

    private static final RecordKind BARE = new RecordKind("Interaction",
            List.of(party(), required("type", new Code(List.of("CALL", "MAIL"))), required("startedAt", DATE_TIME)),
            GraphShape.ofCustomer("HAD"), "");
    private static final RecordKind MONTH = new RecordKind("InteractionMonth", History.fieldsOfMonths(BARE.fields()),
            GraphShape.ofCustomer("HAD_MONTH"), "", "");
    private static final RecordKind WINDOW = new RecordKind("InteractionWindow", History.fieldsOfWindow(),
            GraphShape.node(), "", "");
    private static final RecordKind EVENT = BARE.with(new History("startedAt", MONTH, WINDOW));

    private final Staging staging;
    private final Map<String, Map<String, String>> graph = new HashMap<>();
    private final Map<String, String> search = new TreeMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private long version;
    private int steps = Integer.MAX_VALUE;

    EventStores(Path file) {
        staging = new Staging(file, "256MB");
        Tables.create(staging, EVENT);
        staging.run("CREATE TABLE assignment (record VARCHAR, customer VARCHAR)");
        List.of(EVENT, MONTH, WINDOW).forEach(kind -> graph.put(kind.name(), new TreeMap<>()));
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A source says this of an event. */
    void event(String id, String party, String type, String startedAt) {
        staging.update("DELETE FROM staged.\"Interaction\" WHERE id = ?", id);
        staging.update("""
                INSERT INTO staged."Interaction" (id, party, type, "startedAt", _hash)
                VALUES (?, ?, ?, CAST(? AS TIMESTAMP), md5(concat_ws('|', ?, ?, ?)))
                """, id, party, type, startedAt, party, type, startedAt);
        staging.update("INSERT INTO untold.\"Interaction\" VALUES (?)", id);
    }

    /** A party turns out to be this customer. */
    void assign(String party, String customer) {
        if (staging.number("SELECT count(*) FROM assignment WHERE record = ?", party) > 0) {
            staging.update("INSERT INTO untold.\"Interaction\" SELECT id FROM staged.\"Interaction\" WHERE party = ?",
                    party);
        }
        staging.update("DELETE FROM assignment WHERE record = ?", party);
        staging.update("INSERT INTO assignment VALUES (?, ?)", party, customer);
    }

    /** Something happens to some events and customers. */
    void change(Random random, int times) {
        for (int time = 0; time < times; time++) {
            if (random.nextInt(12) == 0) {
                assign("p" + random.nextInt(6), "c" + random.nextInt(4));
            } else {
                event("e" + random.nextInt(60), "p" + random.nextInt(6), random.nextBoolean() ? "CALL" : "MAIL",
                        "2026-%02d-%02d %02d:00:00".formatted(1 + random.nextInt(12), 1 + random.nextInt(28),
                                random.nextInt(24)));
            }
        }
        for (int party = 0; party < 6; party++) {
            if (staging.number("SELECT count(*) FROM assignment WHERE record = ?", "p" + party) == 0) {
                assign("p" + party, "c" + party % 4);
            }
        }
    }

    /** Gives another everything that sources said, as one load would find it. */
    void copyTo(EventStores other) {
        staging.query("SELECT record, customer FROM assignment", row -> List.of(row.getString(1), row.getString(2)))
                .forEach(row -> other.assign(row.get(0), row.get(1)));
        staging.query(
                "SELECT id, party, type, CAST(\"startedAt\" AS VARCHAR) FROM staged.\"Interaction\" ORDER BY id DESC",
                row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .forEach(row -> other.event(row.get(0), row.get(1), row.get(2), row.get(3)));
    }

    /** Loads, and is killed somewhere; the next load goes on, as far as steps are concerned that were not begun. */
    void loadKilled(Random random, @Nullable Integer months, Instant at) {
        steps = random.nextInt(14);
        try {
            load(months, at);
        } catch (Killed killed) {
            // the next one repeats what was not noted
        } finally {
            steps = Integer.MAX_VALUE;
        }
    }

    /** Loads. Answers what graph and search were told. */
    List<String> load(@Nullable Integer months, Instant at) {
        List<String> told = new ArrayList<>();
        new HistoryWindow(staging, List.of(EVENT), months).draw(at);
        mayDie();
        List.of(EVENT, MONTH).forEach(kind -> merge(kind, told));
        index(told);
        merge(WINDOW, told);
        List.of(EVENT, MONTH).forEach(kind -> leave(kind, told));
        return told;
    }

    private void merge(RecordKind kind, List<String> told) {
        WorkList list = new WorkList(staging, kind, !kind.equals(EVENT));
        long total = list.prepare();
        mayDie();
        for (long from = 0; from < total; from += 3) {
            list.rows(from, 3).forEach(row -> {
                told.add(kind.name() + " " + row.get("id"));
                stored(kind).put(String.valueOf(row.get("id")), row.get("customer") + " " + row.get("properties"));
            });
            mayDie();
        }
        list.finish(false);
        mayDie();
    }

    private void index(List<String> told) {
        EventList list = EventList.toIndex(staging, EVENT);
        long total = list.prepare(++version);
        mayDie();
        for (long from = 0; from < total;) {
            List<EventDocument> events = list.next(from, 4, 300);
            events.forEach(event -> {
                told.add("search " + event.id());
                take(event);
            });
            from += events.size();
            mayDie();
        }
        list.finish();
    }

    private void take(EventDocument event) {
        if (versions.merge(event.id(), event.version(), Math::max) == event.version()) {
            search.put(event.id(), Objects.requireNonNull(event.json()));
        }
    }

    private void leave(RecordKind kind, List<String> told) {
        LeavingRecords leaving = new LeavingRecords(staging, kind);
        long total = leaving.count();
        for (long from = 0; from < total; from += 2) {
            leaving.rows(from, 2).forEach(row -> {
                told.add("- " + kind.name() + " " + row.get("id"));
                stored(kind).remove(String.valueOf(row.get("id")));
            });
            mayDie();
        }
        leaving.finish();
        mayDie();
    }

    private void mayDie() {
        if (steps-- <= 0) {
            throw new Killed();
        }
    }

    private Map<String, String> stored(RecordKind kind) {
        return Objects.requireNonNull(graph.get(kind.name()));
    }

    Map<String, String> graph() {
        return stored(EVENT);
    }

    Map<String, String> months() {
        return stored(MONTH);
    }

    String begin() {
        return stored(WINDOW).toString();
    }

    Map<String, String> search() {
        return search;
    }

    /** Which records staging thinks that the graph has. */
    Set<String> toldOf(String kind) {
        return new HashSet<>(staging.query("SELECT id FROM merged." + Sql.name(kind), row -> row.getString(1)));
    }

    @Override
    public void close() {
        staging.close();
    }
}
