package zhiyin.staging;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.source.FeedSelection;
import zhiyin.source.Placeholders.MissingSecretException;
import zhiyin.staging.Landing.Landed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Tables of any database that has a driver: here another DuckDB. {@link TableFeedIT} shows the same of PostgreSQL. */
class TableFeedTests {

    private static final String FEED = """
            table: customers
            watermark: changed
            columns:
              "no": { type: text, required: true }
              changed: { type: integer }
            """;

    @TempDir
    private Path folder;
    private String url = "";

    @BeforeEach
    void fill() throws SQLException {
        url = "jdbc:duckdb:" + folder.resolve("crm.duckdb");
        execute("CREATE TABLE customers (\"NO\" VARCHAR, changed INTEGER, colour VARCHAR)");
        execute("INSERT INTO customers VALUES ('a', 1, 'red'), ('b', 5, 'red'), ('c', NULL, 'red')");
    }

    private void execute(String sql) throws SQLException {
        try (Connection crm = DriverManager.getConnection(url); Statement statement = crm.createStatement()) {
            statement.execute(sql);
        }
    }

    private OneFeed feed(String feed) {
        return feed(feed, url);
    }

    private OneFeed feed(String feed, String address) {
        return new OneFeed(folder, "database: { url: \"%s\" }\n".formatted(address), feed, 1_000);
    }

    private static Landed land(OneFeed feed, long load) {
        return feed.landing.land(feed.landing.pending(Wanted.ofAll(load)).getFirst(), load, OneFeed.AT);
    }

    @Test
    void isReadWholeAndThenFromTheNewestRowSeen() throws SQLException {
        try (OneFeed feed = feed(FEED)) {
            assertThat(land(feed, 1)).isEqualTo(new Landed(3, 0));
            assertThat(feed.typed("no")).containsExactly("a", "b", "c");
            assertThat(feed.notices()).containsExactly("UNKNOWN_COLUMNS: nobody declared 'colour'");

            execute("INSERT INTO customers VALUES ('d', 6, NULL), ('old', 2, NULL)");
            assertThat(land(feed, 2)).isEqualTo(new Landed(2, 0));
            assertThat(feed.typed("no")).containsExactlyInAnyOrder("b", "d");
            assertThat(land(feed, 3)).isEqualTo(new Landed(1, 0));
        }
    }

    @Test
    void isReadWholeAgainWhenThatIsAskedForOrTheDeclarationChanged() {
        try (OneFeed feed = feed(FEED)) {
            land(feed, 1);
            Wanted full = new Wanted(2, FeedSelection.ALL, true, null, null);
            assertThat(feed.landing.land(feed.landing.pending(full).getFirst(), 2, OneFeed.AT).rows()).isEqualTo(3);
        }
        try (OneFeed changed = feed(FEED.replace("integer", "integer, min: 0"))) {
            assertThat(land(changed, 3).rows()).isEqualTo(3);
        }
    }

    @Test
    void isTakenOnceByEachLoadAndIsNoReasonForOne() {
        try (OneFeed feed = feed(FEED)) {
            assertThat(feed.landing.due()).isEmpty();
            assertThat(feed.landing.pending(Wanted.ofAll(1))).extracting(Delivery::name)
                    .containsExactly("jdbc:customers");
            land(feed, 1);
            assertThat(feed.landing.pending(Wanted.ofAll(1))).isEmpty();
            assertThat(feed.landing.pending(Wanted.ofAll(2))).hasSize(1);
        }
    }

    @Test
    void forgetsTheWatermarkOfALandingThatFailed() {
        try (OneFeed feed = feed(FEED)) {
            Delivery table = feed.landing.pending(Wanted.ofAll(1)).getFirst();
            feed.staging.run("DROP TABLE landed");

            assertThatThrownBy(() -> feed.landing.land(table, 1, OneFeed.AT)).isInstanceOf(StagingException.class);

            assertThat(feed.staging.number("SELECT count(*) FROM watermark")).isZero();
            assertThat(feed.staging.number("SELECT count(*) FROM staged.\"Party\"")).isZero();
        }
    }

    @Test
    void answersAQuery() {
        try (OneFeed feed = feed(
                FEED.replace("table: customers", "query: SELECT * FROM customers WHERE changed > 1"))) {
            assertThat(land(feed, 1)).isEqualTo(new Landed(1, 0));
        }
    }

    @Test
    void saysWhatCouldNotBeReadAndNeverHow() {
        try (OneFeed feed = feed(FEED, "jdbc:nobody:secret")) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(StagingException.class).hasMessage(
                    "Cannot read jdbc:customers of crm.people from its database: no driver on the class path takes its address, "
                            + "which begins with jdbc:nobody:");
        }
        try (OneFeed feed = feed(FEED.replace("table: customers", "table: nowhere"))) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(StagingException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    @Test
    void asksForWhatTheDeclarationNamesWhenItIsMissing() {
        try (OneFeed feed = feed(FEED, "jdbc:duckdb:${ZHIYIN_TEST_NO_SUCH_VARIABLE}")) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(MissingSecretException.class)
                    .hasMessageStartingWith(
                            "crm: database.url names the environment variable ZHIYIN_TEST_NO_SUCH_VARIABLE");
        }
        try (OneFeed feed = feed(FEED, "${file:/no/such/file}")) {
            assertThatThrownBy(() -> land(feed, 1)).isInstanceOf(MissingSecretException.class)
                    .hasMessageContaining("names the file /no/such/file, which cannot be read");
        }
    }
}
