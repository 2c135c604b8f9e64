package zhiyin.golden;

import java.util.List;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import zhiyin.graph.GraphImage;
import zhiyin.identity.IdentityRules;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;
import zhiyin.staging.Sql;
import zhiyin.staging.Staging;
import zhiyin.staging.Tables;

/** Makes the records of the golden customers out of what the sources say and of who was found to be whom. */
public class GoldenRecords {

    /** Changes when customers come out otherwise though nothing that they are made of changed. */
    public static final String VERSION = "2";

    private static final String HOLDINGS = """
            holdings AS (
                SELECT a.customer, count(*) FILTER (p.status IN ('ACTIVE', 'PENDING_ACTIVE') AND p._closed_at IS NULL) AS held
                FROM staged."Product" p JOIN whose a ON a.record = p.party GROUP BY a.customer)""";

    /** The mean of the three newest months billed; for those who get no bills, the prices of what they hold. */
    private static final String REVENUE = """
            monthly AS (
                SELECT a.customer, b.currency, date_trunc('month', b."periodEnd") AS "month", sum(b."amountDue") AS amount
                FROM staged."CustomerBill" b JOIN whose a ON a.record = b.party GROUP BY ALL),
            months AS (
                SELECT * FROM monthly
                QUALIFY row_number() OVER (PARTITION BY customer, currency ORDER BY "month" DESC) <= 3),
            prices AS (
                SELECT a.customer, p.currency, sum(p."monthlyPrice") AS amount
                FROM staged."Product" p JOIN whose a ON a.record = p.party
                WHERE p.status = 'ACTIVE' AND p._closed_at IS NULL AND p."monthlyPrice" IS NOT NULL GROUP BY ALL),
            revenues AS (
                SELECT customer, currency, CAST(avg(amount) AS DECIMAL(18,2)) AS arpu FROM months GROUP BY ALL
                UNION ALL
                SELECT customer, currency, CAST(amount AS DECIMAL(18,2)) FROM prices
                WHERE customer NOT IN (SELECT customer FROM months)),
            revenue AS (
                SELECT * FROM revenues QUALIFY row_number() OVER (PARTITION BY customer ORDER BY arpu DESC, currency) = 1)""";

    /** A part takes some hundred megabytes at most. */
    private static final int CUSTOMERS_OF_A_PART = 40_000;

    private final Staging staging;
    private final IdentityRules rules;
    private final int customersOfAPart;

    /**
     * A maker of golden records.
     *
     * @param staging where the sources' records are
     * @param rules   whose value a customer shows, and which values nobody means
     */
    public GoldenRecords(Staging staging, IdentityRules rules) {
        this(staging, rules, CUSTOMERS_OF_A_PART);
    }

    GoldenRecords(Staging staging, IdentityRules rules, int customersOfAPart) {
        this.staging = staging;
        this.rules = rules;
        this.customersOfAPart = customersOfAPart;
        kinds().forEach(kind -> Tables.createTold(staging, kind));
    }

    /** The kinds of record that it makes, in the order in which they are merged. */
    public static List<RecordKind> kinds() {
        return List.of(GoldenKinds.CUSTOMER, GoldenKinds.SOURCE_RECORD, GoldenKinds.CONTACT_MEDIUM);
    }

    /** Customers that turned out to be another: their ids lead to the survivors. */
    public static RecordKind mergedCustomers() {
        return GoldenKinds.MERGED_CUSTOMER;
    }

    /** How the graph holds them all. */
    public static List<GraphImage> images() {
        return GoldenKinds.IMAGES;
    }

    /**
     * Makes them, some customers at a time, so that the memory it takes does not grow with their number.
     *
     * @param anew whether for all customers, rather than for those in the table {@code affected}, which are made then
     */
    public void make(boolean anew) {
        boolean isAnew = anew || !staging.hasTable("staged", GoldenKinds.CUSTOMER.name());
        staging.together(() -> {
            long parts = part(isAnew ? "assignment" : "affected");
            for (long part = 0; part < parts; part++) {
                begin(part);
                boolean begins = isAnew && part == 0;
                take(GoldenKinds.CUSTOMER, customers(), begins);
                take(GoldenKinds.SOURCE_RECORD, sourceRecords(), begins);
                take(GoldenKinds.CONTACT_MEDIUM, contactMedia(), begins);
            }
            staging.run("DELETE FROM affected");
        });
    }

    private long part(String customers) {
        staging.run("""
                CREATE OR REPLACE TEMP TABLE to_make AS
                SELECT customer, (row_number() OVER (ORDER BY customer) - 1) // %2$d AS part
                FROM (SELECT DISTINCT customer FROM %1$s)
                """.formatted(customers, customersOfAPart));
        return staging.number("SELECT coalesce(max(part), 0) + 1 FROM to_make");
    }

    private void begin(long part) {
        staging.run("""
                CREATE OR REPLACE TEMP TABLE to_make_now AS SELECT customer FROM to_make WHERE part = %d;
                CREATE OR REPLACE TEMP TABLE whose AS
                SELECT * FROM assignment WHERE customer IN (SELECT customer FROM to_make_now)
                """.formatted(part));
    }

    private void take(RecordKind kind, String records, boolean begins) {
        String staged = Tables.staged(kind);
        staging.run("CREATE OR REPLACE TEMP TABLE made AS " + records);
        staging.run(begins
                ? "CREATE OR REPLACE TABLE %s AS SELECT * FROM made".formatted(staged)
                : "DELETE FROM %1$s WHERE customer IN (SELECT customer FROM to_make_now); INSERT INTO %1$s BY NAME SELECT * FROM made"
                        .formatted(staged));
        staging.run("INSERT INTO %s SELECT id FROM made".formatted(Tables.untold(kind)));
    }

    /**
     * What the sources say of customers, without what people type to get past a form. A record that its source has no more says
     * nothing while another of the customer is there still.
     */
    private String said() {
        String meant = rules.dummyValues().entrySet().stream()
                .map(dummy -> "CASE WHEN CAST(p.%1$s AS VARCHAR) NOT IN (%2$s) THEN p.%1$s END AS %1$s"
                        .formatted(Sql.name(dummy.getKey()), Sql.texts(dummy.getValue())))
                .collect(joining(", "));
        return """
                said AS (
                    SELECT a.customer, p.* %s FROM staged."Party" p JOIN whose a ON a.record = p.id
                    QUALIFY p._closed_at IS NULL OR bool_and(p._closed_at IS NOT NULL) OVER (PARTITION BY a.customer))"""
                .formatted(
                        meant.isEmpty() ? "" : "REPLACE (" + meant + ")");
    }

    private String customers() {
        return """
                WITH %s, %s, %s,
                survived AS (
                    SELECT customer, %s, min(id) AS first_record, bool_and(_closed_at IS NOT NULL) AS is_gone
                    FROM said GROUP BY customer),
                golden AS (
                    SELECT s.customer AS id, s.customer, s.* EXCLUDE (customer, first_record, is_gone) REPLACE (
                    coalesce(s.kind, 'INDIVIDUAL') AS kind,
                    coalesce(s."displayName", s.mobile, s.email, s.first_record) AS "displayName",
                    coalesce(CASE WHEN s.is_gone THEN 'CHURNED' END, s.status, CASE WHEN h.held > 0 THEN 'ACTIVE' WHEN h.held = 0 THEN 'CHURNED' ELSE 'PROSPECT' END) AS status),
                    r.arpu, r.currency
                FROM survived s LEFT JOIN holdings h USING (customer) LEFT JOIN revenue r USING (customer))
                SELECT *, %s AS _hash FROM golden
                """.formatted(said(), HOLDINGS, REVENUE, survivors(), Tables.hash(GoldenKinds.CUSTOMER.fields()));
    }

    private String survivors() {
        return Stream.concat(GoldenKinds.SURVIVING.stream().map(RecordField::name),
                Stream.of("mobile", "email")).map(this::survivor).collect(joining(", "));
    }

    private String survivor(String field) {
        return "first(%1$s ORDER BY %2$s, \"observedAt\" DESC NULLS LAST, id) FILTER (%1$s IS NOT NULL) AS %1$s"
                .formatted(
                        Sql.name(field), trust(field));
    }

    /** The rank of a record's source for a field: 1 for the most trusted. */
    private String trust(String field) {
        return "coalesce(list_position([%s], _source), 1000)".formatted(Sql.texts(rules.survivorship().sources(field)));
    }

    private String sourceRecords() {
        return """
                SELECT p.id, a.customer, p._source AS source, p._feed AS feed, p._key AS key, p._first_seen AS "firstSeen",
                    p._last_seen AS "lastSeen", p._closed_at AS "deletedAt", a.rule, p._origin AS origin, p._closed_by AS "closedBy",
                    %s, md5(%s || p._hash || coalesce(a.rule, '')) AS _hash
                FROM staged."Party" p JOIN whose a ON a.record = p.id
                """.formatted(Sql.names(Stream.concat(GoldenKinds.SURVIVING.stream(), GoldenKinds.SAID.stream())
                .map(RecordField::name).toList()), Sql.text(VERSION));
    }

    private String contactMedia() {
        return """
                WITH %s,
                given AS (
                    SELECT customer, 'PHONE' AS type, mobile AS value, %s AS trust FROM said WHERE mobile IS NOT NULL
                    UNION ALL SELECT customer, 'PHONE', landline, 500 FROM said WHERE landline IS NOT NULL
                    UNION ALL SELECT customer, 'EMAIL', email, %s FROM said WHERE email IS NOT NULL
                    UNION ALL SELECT customer, 'POSTAL', "postalAddress", %s FROM said WHERE "postalAddress" IS NOT NULL),
                ranked AS (SELECT customer, type, value, min(trust) AS trust FROM given GROUP BY ALL)
                SELECT customer || '|' || type || ':' || value AS id, customer, type || ':' || value AS "mediumId", type, value,
                    row_number() OVER (PARTITION BY customer, type ORDER BY trust, value) = 1 AS preferred,
                    CASE WHEN preferred THEN 'preferred' ELSE 'known' END AS _hash
                FROM ranked
                """.formatted(said(), trust("mobile"), trust("email"), trust("postalAddress"));
    }
}
