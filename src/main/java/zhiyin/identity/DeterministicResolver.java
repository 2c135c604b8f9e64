package zhiyin.identity;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static java.util.stream.Collectors.joining;

import org.duckdb.DuckDBAppender;

import zhiyin.identity.IdentityRules.Rule;
import zhiyin.staging.Sql;
import zhiyin.staging.Staging;

/** Takes records for one customer where they agree in everything that a rule names, and never on a guess. */
class DeterministicResolver implements IdentityResolver {

    private final IdentityRules rules;

    DeterministicResolver(IdentityRules rules) {
        this.rules = rules;
    }

    @Override
    public Resolution resolve(Staging staging) {
        Resolution[] resolution = new Resolution[1];
        staging.together(() -> {
            staging.run(evidence());
            int records = Math.toIntExact(staging.number("SELECT count(*) FROM evidence"));
            Clusters clusters = new Clusters(records, contradictions(staging, records));
            for (int rule = 0; rule < rules.rules().size(); rule++) {
                apply(rule, clusters, staging);
            }
            staging.run("CREATE OR REPLACE TEMP TABLE cluster (n BIGINT, root BIGINT, rule VARCHAR)");
            staging.append("cluster", table -> write(clusters, records, table));
            resolution[0] = new StableIds(staging).assign();
        });
        return resolution[0];
    }

    /** Numbers the records and leaves out what is no evidence. Names count as the same whatever their case and spaces. */
    private String evidence() {
        List<String> fields = rules.rules().stream().flatMap(rule -> rule.fields().stream()).distinct().toList();
        List<String> all = java.util.stream.Stream.concat(fields.stream(), rules.contradictions().stream()).distinct()
                .toList();
        return "CREATE OR REPLACE TEMP TABLE evidence AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id, %s FROM staged.\"Party\""
                .formatted(all.stream().map(field -> value(field) + " AS " + Sql.name(field)).collect(joining(", ")));
    }

    private String value(String field) {
        String text = field.equals("displayName")
                ? "nullif(lower(regexp_replace(\"displayName\", '[^\\pL\\pN]+', '', 'g')), '')"
                : "CAST(%s AS VARCHAR)".formatted(Sql.name(field));
        List<String> dummies = rules.dummyValues().getOrDefault(field, List.of());
        return dummies.isEmpty()
                ? text
                : "CASE WHEN %1$s NOT IN (%2$s) THEN %1$s END".formatted(text,
                        Sql.texts(dummies));
    }

    private int[][] contradictions(Staging staging, int records) {
        int[][] values = new int[rules.contradictions().size()][records];
        for (int i = 0; i < values.length; i++) {
            int[] of = values[i];
            String field = Sql.name(rules.contradictions().get(i));
            staging.each(
                    "SELECT n, dense_rank() OVER (ORDER BY %1$s) FROM evidence WHERE %1$s IS NOT NULL".formatted(field),
                    row -> of[row.getInt(1)] = row.getInt(2));
        }
        return values;
    }

    private void apply(int number, Clusters clusters, Staging staging) {
        Rule rule = rules.rules().get(number);
        boolean[] heeds = new boolean[rules.contradictions().size()];
        for (int i = 0; i < heeds.length; i++) {
            heeds[i] = rule.heeds(rules.contradictions().get(i));
        }
        String fields = rule.fields().stream().map(Sql::name).collect(joining(", "));
        staging.each(
                "SELECT list(n ORDER BY n) FROM evidence WHERE %s GROUP BY %s HAVING count(*) BETWEEN 2 AND %d ORDER BY min(n)"
                        .formatted(
                                rule.fields().stream().map(field -> Sql.name(field) + " IS NOT NULL")
                                        .collect(joining(" AND ")),
                                fields,
                                rule.maxRecords()),
                row -> join((Object[]) ((Array) row.getObject(1)).getArray(), number, heeds, clusters));
    }

    /**
     * Joins records that agree. Where some of them contradict each other, only those are joined that something speaks for: who
     * of two people with one mailbox a nameless record belongs to would be a guess.
     */
    private static void join(Object[] agreeing, int rule, boolean[] heeds, Clusters clusters) {
        int[] records = Arrays.stream(agreeing).mapToInt(record -> ((Number) record).intValue()).toArray();
        boolean disputed = clusters.dispute(records, heeds);
        for (int i = 0; i < records.length; i++) {
            for (int j = i + 1; j < records.length; j++) {
                if (!disputed || clusters.vouch(records[i], records[j], heeds)) {
                    clusters.join(records[i], records[j], rule, heeds);
                }
            }
        }
    }

    private void write(Clusters clusters, int records, DuckDBAppender table) throws java.sql.SQLException {
        Map<Integer, String> names = new java.util.HashMap<>();
        for (int rule = 0; rule < rules.rules().size(); rule++) {
            names.put(rule, rules.rules().get(rule).rule());
        }
        for (int record = 0; record < records; record++) {
            Integer rule = clusters.ruleOf(record);
            table.beginRow();
            table.append((long) record).append((long) clusters.of(record))
                    .append(rule == null ? null : names.get(rule));
            table.endRow();
        }
    }
}
