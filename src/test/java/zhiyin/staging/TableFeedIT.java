package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** A source whose rows lie in PostgreSQL. */
@HubTest
class TableFeedIT {

    private static final String FEED = """
            table: crm_of_test.customers
            watermark: changed
            overlap: 1h
            columns:
              "no": { type: text, required: true, unique: true }
              born: { type: date }
              changed: { type: datetime }
              local: { type: datetime }
              paid: { type: decimal }
              visits: { type: integer }
              vip: { type: boolean }
              phone: { type: phone }
            """;

    private final JdbcTemplate database;
    private final JdbcConnectionDetails connection;

    @TempDir
    private Path folder;

    @Autowired
    TableFeedIT(JdbcTemplate database, JdbcConnectionDetails connection) {
        this.database = database;
        this.connection = connection;
    }

    @BeforeEach
    void fill() {
        database.execute("""
                DROP SCHEMA IF EXISTS crm_of_test CASCADE;
                CREATE SCHEMA crm_of_test;
                CREATE TABLE crm_of_test.customers ("no" text, born date, changed timestamptz, local timestamp,
                    paid numeric(20, 6), visits bigint, vip boolean, phone text, note text);
                INSERT INTO crm_of_test.customers VALUES
                    ('1', '1980-02-29', '2026-11-01 08:00+08', '2026-11-01 08:00:00.25', 12.5, 3, true, '0912345678', 'a'),
                    ('2', NULL, '2026-11-01 03:00+00', NULL, NULL, NULL, NULL, NULL, NULL),
                    ('3', '0001-01-01', NULL, NULL, NULL, 9000000000, false, NULL, NULL)
                """);
    }

    private OneFeed feed(String feed) throws IOException {
        return feed(feed, String.valueOf(connection.getPassword()));
    }

    private OneFeed feed(String feed, String password) throws IOException {
        Path secret = Files.writeString(folder.resolve("password"), password + "\n");
        return new OneFeed(folder, "database: { url: \"%s\", username: \"%s\", password: \"${file:%s}\" }\n".formatted(
                connection.getJdbcUrl(), connection.getUsername(), secret), feed, 1_000);
    }

    private static Landed land(OneFeed feed, long load) {
        return feed.landing.land(feed.landing.pending(Wanted.ofAll(load)).getFirst(), load, OneFeed.AT);
    }

    private static List<@Nullable String> numbers(OneFeed feed) {
        return feed.typed("no");
    }

    @Test
    void bringsValuesInTheirTypesAndRefusesByRowNumber() throws IOException {
        try (OneFeed feed = feed(FEED)) {
            assertThat(land(feed, 1)).isEqualTo(new Landed(3, 1));

            assertThat(feed.typed("born")).containsExactly("1980-02-29", null, "0001-01-01");
            assertThat(feed.typed("changed")).containsExactly("2026-11-01 00:00:00", "2026-11-01 03:00:00", null);
            assertThat(feed.typed("local")).containsExactly("2026-11-01 00:00:00.25", null, null);
            assertThat(feed.typed("paid")).containsExactly("12.5000", null, null);
            assertThat(feed.typed("vip")).containsExactly("true", null, "false");
            assertThat(feed.typed("phone")).containsExactly("+886912345678", null, null);
            assertThat(feed.rejects()).extracting(Rejected::file, Rejected::line, Rejected::field, Rejected::reason)
                    .containsExactlyInAnyOrder(tuple("jdbc:crm_of_test.customers", 3L, "born", RejectReason.RANGE),
                            tuple("jdbc:crm_of_test.customers", 3L, "visits", RejectReason.TYPE));
            assertThat(feed.notices()).containsExactly("UNKNOWN_COLUMNS: nobody declared 'note'");
        }
    }

    @Test
    void givesOnlyNewRowsAndThoseOfTheOverlapAfterwards() throws IOException {
        try (OneFeed feed = feed(FEED)) {
            land(feed, 1);
            database.execute("""
                    INSERT INTO crm_of_test.customers ("no", changed) VALUES
                        ('late', '2026-11-01 02:30+00'), ('old', '2026-11-01 01:00+00'), ('new', '2026-11-01 04:00+00')
                    """);

            assertThat(land(feed, 2)).isEqualTo(new Landed(3, 0));
            assertThat(numbers(feed)).containsExactlyInAnyOrder("2", "late", "new");
        }
    }

    @Test
    void readsManyRowsAPartAtATime() throws IOException {
        database.execute("""
                INSERT INTO crm_of_test.customers ("no", changed)
                SELECT 'n' || i, timestamptz '2026-01-01' FROM generate_series(1, 100000) i
                """);
        try (OneFeed feed = feed(FEED.replace("table: crm_of_test.customers",
                "query: \"SELECT c.\\\"no\\\", c.changed FROM crm_of_test.customers c WHERE c.born IS NULL\""))) {
            assertThat(land(feed, 1)).isEqualTo(new Landed(100_001, 0));
        }
    }

    @Test
    void changesNothingInTheDatabase() throws IOException {
        try (OneFeed feed = feed(FEED.replace("table: crm_of_test.customers",
                "query: \"WITH gone AS (DELETE FROM crm_of_test.customers RETURNING *) SELECT * FROM gone\""))) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(StagingException.class);
        }
        assertThat(database.queryForObject("SELECT count(*) FROM crm_of_test.customers", Integer.class)).isEqualTo(3);
    }

    @Test
    void tellsThatItCouldNotBeOpenedWithoutThePassword() throws IOException {
        try (OneFeed feed = feed(FEED.replace("crm_of_test.customers", "crm_of_test.s3cretWord"), "s3cretWord")) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(StagingException.class).hasNoCause()
                    .hasMessageStartingWith("Cannot read jdbc:crm_of_test.")
                    .satisfies(
                            failure -> assertThat(String.valueOf(failure.getMessage()).replaceFirst(".*database: ", ""))
                                    .doesNotContain("s3cretWord"));
        }
    }
}
