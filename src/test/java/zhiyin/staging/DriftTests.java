package zhiyin.staging;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DriftTests {

    private static final String FEED = """
            files: "*.csv"
            columns:
              "no": { type: text, required: true }
              name: { type: text }
            """;

    @TempDir
    private Path folder;

    @Test
    void warnsOfColumnsThatNobodyDeclaredAndOfThoseThatAreNotThere() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.csv", "no,colour,size\n1,red,9\n")).isEqualTo(new Landed(1, 0));
            assertThat(feed.notices()).containsExactly("MISSING_COLUMNS: 'name' not there",
                    "UNKNOWN_COLUMNS: nobody declared 'colour', 'size'");
        }
    }

    @Test
    void keepsNoticesOfTheLastLandingOfAFileInALoad() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            feed.land("a.csv", "no,name,colour\n1,Ann,red\n");
            feed.land("a.csv", "no,name\n1,Anna\n");

            assertThat(feed.notices()).isEmpty();
        }
    }

    @Test
    void saysNothingWhereDriftIsIgnored() {
        try (OneFeed feed = new OneFeed(folder, "unknownColumns: ignore\nmissingColumns: ignore\n" + FEED)) {
            assertThat(feed.land("a.csv", "no,colour\n1,red\n")).isEqualTo(new Landed(1, 0));
            assertThat(feed.notices()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"unknownColumns|no,name,colour|UNKNOWN_COLUMN|colour",
            "missingColumns|no|MISSING_COLUMN|name"})
    void refusesTheFileWhereDriftFails(String policy, String header, RejectReason reason, String column) {
        try (OneFeed feed = new OneFeed(folder, policy + ": fail\n" + FEED)) {
            String row = "x" + ",x".repeat(header.split(",").length - 1) + "\n";

            assertThat(feed.land("a.csv", header + "\n" + row + row)).isEqualTo(new Landed(2, 2));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason)
                    .containsExactly(tuple(1L, column, reason));
            assertThat(feed.staging.number("SELECT count(*) FROM staged.\"Party\"")).isZero();
        }
    }

    @Test
    void takesRowsWithoutARequiredColumnWhereThatIsIgnoredAndRefusesEachForItself() {
        try (OneFeed feed = new OneFeed(folder, "missingColumns: ignore\n" + FEED)) {
            assertThat(feed.land("a.csv", "name\nAnn\nBob\n")).isEqualTo(new Landed(2, 2));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::reason).contains(
                    tuple(2L, RejectReason.REQUIRED), tuple(3L, RejectReason.REQUIRED));
        }
    }
}
