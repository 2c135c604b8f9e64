package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class ParquetFormatTests {

    private static final String FEED = """
            files: "*.parquet"
            format: parquet
            columns:
              "no": { type: text, required: true, unique: true }
              born: { type: date }
              seen: { type: datetime }
              local: { type: datetime }
              amount: { type: decimal }
              count: { type: integer }
              vip: { type: boolean }
              address.city: { type: text }
              phone: { type: phone }
            """;

    @TempDir
    private Path folder;

    private byte[] parquet(String select) throws SQLException, IOException {
        Path file = folder.resolve("made.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(select, file));
        }
        return Files.readAllBytes(file);
    }

    @Test
    void takesValuesInTheirTypes() throws SQLException, IOException {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            Landed landed = feed.land("a.parquet", parquet("""
                    SELECT * FROM (VALUES
                      ('1', DATE '1980-02-29', TIMESTAMPTZ '2026-11-01 08:00:00+08', TIMESTAMP '2026-11-01 08:00:00.25',
                       12.5::DECIMAL(12,3), 3.0::DOUBLE, true, {'city': '台北', 'zip': 1}, '0912345678', 'x'),
                      ('2', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                      (NULL, NULL, NULL, NULL, NULL, 2.5, NULL, NULL, NULL, NULL))
                    t("no", born, seen, "local", amount, "count", vip, address, phone, extra)"""));

            assertThat(landed).isEqualTo(new Landed(3, 1));
            assertThat(feed.typed("born")).containsExactly("1980-02-29", null, null);
            assertThat(feed.typed("seen")).containsExactly("2026-11-01 00:00:00", null, null);
            assertThat(feed.typed("local")).containsExactly("2026-11-01 00:00:00.25", null, null);
            assertThat(feed.typed("amount")).containsExactly("12.5000", null, null);
            assertThat(feed.typed("count")).containsExactly("3", null, null);
            assertThat(feed.typed("vip")).containsExactly("true", null, null);
            assertThat(feed.typed("address.city")).containsExactly("台北", null, null);
            assertThat(feed.typed("phone")).containsExactly("+886912345678", null, null);
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason).contains(
                    tuple(3L, "no", RejectReason.REQUIRED), tuple(3L, "count", RejectReason.TYPE));
            assertThat(feed.notices()).containsExactly("UNKNOWN_COLUMNS: nobody declared 'extra'");
        }
    }

    @Test
    void countsRowsInTheirOrder() throws SQLException, IOException {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.parquet", parquet("SELECT i AS \"no\" FROM range(1, 300001) t(i)")))
                    .isEqualTo(new Landed(300_000, 0));
            assertThat(feed.staging.number("SELECT count(*) FROM typed WHERE \"no\" <> CAST(_line AS VARCHAR)"))
                    .isZero();
        }
    }

    @Test
    void takesNothingOfAFileThatIsNoParquet() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            feed.land("a.parquet", "no,name\n1,Ann\n");

            assertThat(feed.rejects()).extracting(Rejected::reason).containsExactly(RejectReason.UNREADABLE);
        }
    }

    @Test
    void leavesStagingWithoutAWayToOtherFiles() throws SQLException, IOException {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            feed.land("a.parquet", parquet("SELECT '1' AS \"no\""));

            assertThatThrownBy(() -> feed.staging.run("SELECT * FROM read_parquet('%s')".formatted(
                    folder.resolve("made.parquet")))).isInstanceOf(StagingException.class)
                    .hasMessageContaining("disabled");
        }
    }
}
