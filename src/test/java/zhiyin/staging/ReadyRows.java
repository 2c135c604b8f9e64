package zhiyin.staging;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import zhiyin.golden.GoldenRecords;
import zhiyin.model.EventDocument;
import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

import static java.util.stream.Collectors.groupingBy;

/**
 * What a hub would tell an empty graph, customer by customer, as rows that are ready to be written. Needs a staging that no hub
 * holds, and spoils it: take a copy.
 */
public final class ReadyRows implements AutoCloseable {

    private final Staging staging;
    private final List<RecordKind> kinds;
    private final List<RecordKind> made = GoldenRecords.kinds();

    /** Rows of a staging, of the kinds that sources fill and those that the hub makes. */
    public ReadyRows(Path staging, List<RecordKind> sourced) {
        this.staging = new Staging(staging, "2GB");
        this.kinds = sourced.stream().filter(kind -> !kind.mergeStatement().isEmpty()).toList();
        made.forEach(kind -> ready(kind, true));
        kinds.forEach(kind -> ready(kind, false));
        kinds.forEach(this::order);
        made.forEach(this::order);
    }

    private void ready(RecordKind kind, boolean isMade) {
        this.staging.run("DELETE FROM " + Tables.merged(kind));
        Tables.noteUntold(staging, kind);
        new WorkList(staging, kind, isMade).prepare();
    }

    private void order(RecordKind kind) {
        String parent = kind.belongsToCustomer() || made.contains(kind)
                ? ""
                : kind.references().filter(RecordField::required)
                        .map(field -> "JOIN todo.%s p ON p.id = t.%s".formatted(
                                Sql.name(((FieldType.Reference) field.type()).kind()), Sql.name(field.name())))
                        .findFirst()
                        .orElse("");
        staging.run("""
                CREATE OR REPLACE TABLE ready_%1$s AS
                SELECT t.*, %2$s AS owner FROM todo.%1$s t %3$s ORDER BY owner
                """.formatted(kind.name(), parent.isEmpty() ? "t.customer" : "p.customer", parent));
    }

    /** Ids that part the customers into chunks: each goes from one to before the next; the last is none of theirs. */
    public List<String> bounds(int customers) {
        List<String> bounds = new ArrayList<>(staging.query("""
                SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM "ready_Customer") WHERE n %% %d = 0
                ORDER BY id""".formatted(customers), row -> row.getString(1)));
        bounds.add("~");
        return bounds;
    }

    /** Rows of a kind that belong to nobody. */
    public List<Map<String, Object>> shared(String kind) {
        return rows(kind(kind), "true");
    }

    /** Rows of a kind, by customer, from one customer to before another. */
    public Map<String, List<Map<String, Object>>> of(String kind, String from, String until) {
        String range = "owner >= %s AND owner < %s".formatted(Sql.text(from), Sql.text(until));
        List<String> owners = staging.query("SELECT owner FROM ready_%s WHERE %s ORDER BY owner, id".formatted(kind,
                range), row -> row.getString(1));
        List<Map<String, Object>> rows = rows(kind(kind), range);
        for (int row = 0; row < rows.size(); row++) {
            rows.get(row).put("owner", owners.get(row));
        }
        return rows.stream().collect(groupingBy(row -> String.valueOf(row.get("owner"))));
    }

    /** All events of a kind as documents, some at a time. */
    public void eachEvents(RecordKind kind, int most, Consumer<List<EventDocument>> reader) {
        EventList events = EventList.toCompare(staging, kind);
        long count = events.prepare(1);
        for (long from = 0; from < count; from += most) {
            reader.accept(events.next(from, most, Long.MAX_VALUE));
        }
    }

    private RecordKind kind(String name) {
        return java.util.stream.Stream.concat(kinds.stream(), made.stream()).filter(kind -> kind.name().equals(name))
                .findFirst().orElseThrow();
    }

    private List<Map<String, Object>> rows(RecordKind kind, String which) {
        RowsToMerge reader = new RowsToMerge(kind, made.contains(kind));
        return staging.query("SELECT %s FROM ready_%s WHERE %s ORDER BY owner, id".formatted(reader.columns(),
                kind.name(), which), reader::read);
    }

    @Override
    public void close() {
        staging.close();
    }
}
