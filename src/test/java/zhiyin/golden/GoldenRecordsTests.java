package zhiyin.golden;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.identity.IdentityRules;
import zhiyin.identity.IdentityRules.Survivorship;
import zhiyin.staging.Staging;

import static org.assertj.core.api.Assertions.assertThat;

class GoldenRecordsTests {

    private static final String TABLES = """
            CREATE TABLE assignment (record VARCHAR, customer VARCHAR, rule VARCHAR);
            CREATE TABLE staged."Party" (id VARCHAR, _source VARCHAR, _feed VARCHAR, _key VARCHAR, _hash VARCHAR,
                _first_seen TIMESTAMP, _last_seen TIMESTAMP, _closed_at TIMESTAMP, _origin BIGINT, _closed_by BIGINT, kind VARCHAR, "displayName" VARCHAR, "givenName" VARCHAR,
                "familyName" VARCHAR, "birthDate" DATE, gender VARCHAR, language VARCHAR, country VARCHAR, province VARCHAR,
                city VARCHAR, "postalCode" VARCHAR, status VARCHAR, "customerSince" DATE, "churnRisk" BIGINT, mobile VARCHAR,
                landline VARCHAR, email VARCHAR, "postalAddress" VARCHAR, "observedAt" TIMESTAMP);
            CREATE TABLE staged."Product" (id VARCHAR, party VARCHAR, status VARCHAR, "monthlyPrice" DECIMAL(18,4), currency VARCHAR, _closed_at TIMESTAMP);
            CREATE TABLE staged."CustomerBill" (id VARCHAR, party VARCHAR, "periodEnd" DATE, "amountDue" DECIMAL(18,4), currency VARCHAR);
            """;

    @TempDir
    private Path folder;
    private Staging staging;
    private GoldenRecords golden;

    @BeforeEach
    void open() {
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        staging.run(TABLES);
        LinkedHashMap<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("displayName", List.of("billing", "crm"));
        golden = new GoldenRecords(staging, new IdentityRules(List.of(), List.of(),
                new LinkedHashMap<>(Map.of("email", List.of("test@test.com"))),
                new Survivorship(List.of("crm", "billing"), fields)), 1);
    }

    @AfterEach
    void close() {
        staging.close();
    }

    private void party(String source, String key, String columns, String values) {
        staging.run("INSERT INTO assignment VALUES ('%1$s:p:%2$s', 'c1', 'a-rule')".formatted(source, key));
        staging.run("""
                INSERT INTO staged."Party" (id, _source, _feed, _key, _hash, _first_seen, _last_seen, %s)
                VALUES ('%2$s:p:%3$s', '%2$s', 'p', '%3$s', 'h', TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-02', %4$s)
                """.formatted(columns, source, key, values));
    }

    private String shown(String column) {
        golden.make(true);
        return staging
                .query("SELECT CAST(\"%s\" AS VARCHAR) FROM staged.\"Customer\"".formatted(column),
                        row -> row.getString(1))
                .getFirst();
    }

    @Test
    void showsTheValueOfTheMostTrustedSourceThatHasOne() {
        party("crm", "1", "\"displayName\", city, email", "'Ann', 'Taipei', NULL");
        party("billing", "A", "\"displayName\", city, email", "'Ann Chen', 'Tainan', 'ann@example.org'");

        assertThat(shown("city")).isEqualTo("Taipei");
        assertThat(shown("displayName")).isEqualTo("Ann Chen");
    }

    @Test
    void showsTheLatestObservedAmongEquals() {
        party("crm", "1", "city, \"observedAt\"", "'Taipei', TIMESTAMP '2025-01-01'");
        party("crm", "2", "city, \"observedAt\"", "'Tainan', TIMESTAMP '2026-01-01'");

        assertThat(shown("city")).isEqualTo("Tainan");
    }

    @Test
    void meansTheThreeNewestMonthsWhenItTellsTheRevenue() {
        party("billing", "A", "\"displayName\"", "'Ann'");
        staging.run("""
                INSERT INTO staged."CustomerBill" VALUES ('1', 'billing:p:A', DATE '2026-07-31', 1000, 'TWD'),
                    ('2', 'billing:p:A', DATE '2026-08-31', 100, 'TWD'), ('3', 'billing:p:A', DATE '2026-09-30', 200, 'TWD'),
                    ('4', 'billing:p:A', DATE '2026-10-31', 300, 'TWD'), ('5', 'billing:p:A', DATE '2026-10-31', 30, 'TWD')
                """);

        assertThat(shown("arpu")).isEqualTo("210.00");
    }

    @Test
    void makesOnlyTheCustomersAnewThatAreAffected() {
        party("crm", "A", "\"displayName\", mobile", "'Ann', '+886900000001'");
        party("crm", "B", "\"displayName\", mobile", "'Bob', '+886900000002'");
        staging.run("UPDATE assignment SET customer = 'c2' WHERE record = 'crm:p:B'");
        golden.make(true);
        staging.run("""
                UPDATE staged."Party" SET "displayName" = 'Anna', mobile = '+886900000003' WHERE id = 'crm:p:A';
                UPDATE staged."Party" SET "displayName" = 'nobody looks' WHERE id = 'crm:p:B';
                INSERT INTO affected VALUES ('c1');
                """);

        golden.make(false);

        assertThat(staging.query("SELECT id || ' ' || \"displayName\" FROM staged.\"Customer\" ORDER BY id",
                row -> row.getString(1))).containsExactly("c1 Anna", "c2 Bob");
        assertThat(staging.query("SELECT id FROM staged.\"ContactMedium\" ORDER BY id", row -> row.getString(1)))
                .containsExactly("c1|PHONE:+886900000003", "c2|PHONE:+886900000002");
        assertThat(staging.number("SELECT count(*) FROM staged.\"SourceRecord\"")).isEqualTo(2);
    }

    @Test
    void letsARecordThatItsSourceNoLongerHasSayNothingWhileAnotherIsThere() {
        party("crm", "A", "\"displayName\", mobile, _closed_at", "'Ann', '+886900000001', TIMESTAMP '2026-02-01'");
        party("network", "B", "\"displayName\", mobile", "'Ann Lin', '+886900000002'");

        assertThat(shown("displayName")).isEqualTo("Ann Lin");
        assertThat(staging.query("SELECT value FROM staged.\"ContactMedium\"", row -> row.getString(1)))
                .containsExactly("+886900000002");
        assertThat(staging.number("SELECT count(*) FROM staged.\"SourceRecord\" WHERE \"deletedAt\" IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void takesACustomerForChurnedThatNoSourceHasAnyMore() {
        party("crm", "A", "\"displayName\", status, _closed_at", "'Ann', 'ACTIVE', TIMESTAMP '2026-02-01'");

        assertThat(shown("displayName")).isEqualTo("Ann");
        assertThat(shown("status")).isEqualTo("CHURNED");
    }

    @Test
    void takesPricesForRevenueWhereThereAreNoBills() {
        party("billing", "A", "\"displayName\"", "'Ann'");
        staging.run("""
                INSERT INTO staged."Product" VALUES ('1', 'billing:p:A', 'ACTIVE', 599, 'TWD', NULL),
                    ('2', 'billing:p:A', 'TERMINATED', 999, 'TWD', NULL)
                """);

        assertThat(shown("arpu")).isEqualTo("599.00");
        assertThat(shown("status")).isEqualTo("ACTIVE");
    }

    @Test
    void keepsEveryContactOnceAndPrefersTheTrustedOne() {
        party("billing", "A", "mobile, email", "'+886900000001', 'ann@example.org'");
        party("crm", "1", "mobile, email", "'+886900000002', 'ann@example.org'");

        golden.make(true);

        assertThat(staging.query("SELECT \"mediumId\", preferred FROM staged.\"ContactMedium\" ORDER BY 1",
                row -> row.getString(1) + " " + row.getBoolean(2))).containsExactly("EMAIL:ann@example.org true",
                        "PHONE:+886900000001 false", "PHONE:+886900000002 true");
    }

    @Test
    void showsNothingThatNobodyMeans() {
        party("crm", "1", "email", "'test@test.com'");
        party("billing", "A", "email", "'ann@example.org'");

        golden.make(true);

        assertThat(staging.query("SELECT value FROM staged.\"ContactMedium\"", row -> row.getString(1)))
                .containsExactly("ann@example.org");
    }
}
