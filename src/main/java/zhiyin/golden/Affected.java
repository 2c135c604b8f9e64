package zhiyin.golden;

import java.util.List;

import zhiyin.model.RecordKind;
import zhiyin.staging.Sql;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

/**
 * Finds the customers whose golden records may come out otherwise than before: those with a record that changed, and those that a
 * record left or joined. What it finds is in the table {@code affected} until they are made.
 */
public class Affected {

    /** Kinds of record that say something of a customer, beside {@code Party}. */
    private static final List<String> TELLING = List.of("Product", "CustomerBill");

    private final Staging staging;
    private final List<RecordKind> kinds;

    /**
     * A finder.
     *
     * @param staging where the records are
     * @param kinds   the kinds of record that sources fill
     */
    public Affected(Staging staging, List<RecordKind> kinds) {
        this.staging = staging;
        this.kinds = kinds;
    }

    /** Whether somebody is to be resolved. */
    public boolean arePartiesUntold() {
        return staging.number("SELECT count(*) FROM (SELECT 1 FROM untold.\"Party\" LIMIT 1)") > 0;
    }

    /** Remembers who is whom, before they are resolved. */
    public void begin() {
        staging.run(staging.hasTable("main", "assignment")
                ? "CREATE OR REPLACE TEMP TABLE former AS SELECT record, customer, rule FROM assignment"
                : "CREATE OR REPLACE TEMP TABLE former (record VARCHAR, customer VARCHAR, rule VARCHAR)");
    }

    /** Finds them, and notes the records that have another customer now. */
    public void find() {
        staging.run("""
                CREATE OR REPLACE TEMP TABLE reassigned AS
                SELECT record, f.customer AS former, a.customer FROM former f FULL JOIN assignment a USING (record)
                WHERE f.customer IS DISTINCT FROM a.customer OR f.rule IS DISTINCT FROM a.rule;
                INSERT INTO affected
                SELECT former AS customer FROM reassigned WHERE former IS NOT NULL
                UNION SELECT customer FROM reassigned WHERE customer IS NOT NULL
                UNION SELECT a.customer FROM assignment a WHERE a.record IN (SELECT id FROM untold."Party");
                DELETE FROM untold."Party";
                """);
        kinds.stream().filter(RecordKind::belongsToCustomer).forEach(this::noteMoved);
        kinds.stream().filter(kind -> TELLING.contains(kind.name())).forEach(this::noteTold);
    }

    /** Those of a record that is new are noted already: they came with it, or have waited for it. */
    private void noteMoved(RecordKind kind) {
        staging.run("""
                INSERT INTO %s SELECT id FROM %s
                WHERE party IN (SELECT record FROM reassigned WHERE former IS NOT NULL AND former IS DISTINCT FROM customer)
                """.formatted(Tables.untold(kind), Tables.staged(kind)));
    }

    private void noteTold(RecordKind kind) {
        staging.run("""
                INSERT INTO affected SELECT DISTINCT a.customer FROM staged.%s s JOIN assignment a ON a.record = s.party
                WHERE s.id IN (SELECT id FROM %s) AND a.customer NOT IN (SELECT customer FROM affected)
                """.formatted(Sql.name(kind.name()), Tables.untold(kind)));
    }
}
