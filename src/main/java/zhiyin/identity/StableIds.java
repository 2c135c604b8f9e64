package zhiyin.identity;

import zhiyin.identity.IdentityResolver.Resolution;
import zhiyin.staging.Staging;

/**
 * Gives clusters of records the customer ids that they had. A customer goes where most of its records went; a cluster takes
 * the customer that most of its records had; a cluster that has none gets an id made of its first record, so that the same
 * files give the same ids on every machine.
 */
class StableIds {

    private static final String TABLES = """
            CREATE TABLE IF NOT EXISTS assignment (record VARCHAR, customer VARCHAR, rule VARCHAR);
            CREATE TABLE IF NOT EXISTS survivor (customer VARCHAR, survivor VARCHAR);
            CREATE TABLE IF NOT EXISTS parted (customer VARCHAR);
            """;

    private static final String KEPT = """
            CREATE OR REPLACE TEMP TABLE kept AS
            WITH votes AS (
                SELECT c.root, a.customer, count(*) AS records
                FROM cluster c JOIN evidence e ON e.n = c.n JOIN assignment a ON a.record = e.id GROUP BY ALL),
            homes AS (
                SELECT * FROM votes QUALIFY row_number() OVER (PARTITION BY customer ORDER BY records DESC, root) = 1)
            SELECT root, customer FROM homes
            QUALIFY row_number() OVER (PARTITION BY root ORDER BY records DESC, customer) = 1
            """;

    private static final String NAMED = """
            CREATE OR REPLACE TEMP TABLE named AS
            SELECT root, customer FROM kept
            UNION ALL
            SELECT e.n, 'c' || left(sha256(CASE
                WHEN a.customer IS NULL THEN e.id
                ELSE e.id || '#' || a.customer || '#' || (SELECT count(*) FROM survivor) || '#' || (SELECT count(*) FROM parted)
                END), 20)
            FROM (SELECT DISTINCT root FROM cluster ANTI JOIN kept USING (root)) fresh
            JOIN evidence e ON e.n = fresh.root LEFT JOIN assignment a ON a.record = e.id
            """;

    private static final String RETIRED = """
            CREATE OR REPLACE TEMP TABLE retired AS
            WITH gone AS (SELECT DISTINCT customer FROM assignment ANTI JOIN named USING (customer))
            SELECT gone.customer, first(fresh.customer ORDER BY records DESC, fresh.customer) AS survivor FROM gone LEFT JOIN (
                SELECT a.customer AS former, n.customer, count(*) AS records
                FROM assignment a JOIN evidence e ON e.id = a.record JOIN cluster c ON c.n = e.n JOIN named n ON n.root = c.root
                GROUP BY ALL) fresh ON fresh.former = gone.customer
            GROUP BY gone.customer
            """;

    /** Counting those that ever parted from another keeps an id from being given twice when records come and go. */
    private static final String REMEMBERED = """
            INSERT INTO parted SELECT n.customer FROM named n ANTI JOIN kept USING (root)
            JOIN evidence e ON e.n = n.root JOIN assignment a ON a.record = e.id;
            UPDATE survivor SET survivor = r.survivor FROM retired r WHERE survivor.survivor = r.customer;
            DELETE FROM survivor WHERE customer IN (SELECT customer FROM named UNION ALL SELECT customer FROM retired);
            INSERT INTO survivor SELECT * FROM retired;
            CREATE OR REPLACE TABLE assignment AS
            SELECT e.id AS record, n.customer, c.rule FROM cluster c JOIN evidence e ON e.n = c.n JOIN named n ON n.root = c.root;
            """;

    private final Staging staging;

    StableIds(Staging staging) {
        this.staging = staging;
    }

    /** Turns the tables {@code cluster} and {@code evidence} into {@code assignment} and {@code survivor}. */
    Resolution assign() {
        staging.run(TABLES);
        staging.run(KEPT);
        staging.run(NAMED);
        staging.run(RETIRED);
        long retired = staging.number("SELECT count(*) FROM retired");
        staging.run(REMEMBERED);
        return new Resolution(staging.number("SELECT count(*) FROM assignment"),
                staging.number("SELECT count(*) FROM named"),
                retired);
    }
}
