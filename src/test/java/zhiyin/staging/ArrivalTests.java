package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.source.FeedSelection;

import static org.assertj.core.api.Assertions.assertThat;

class ArrivalTests {

    private static final String COLUMNS = """

            columns: { "no": { type: text } }
            """;

    @TempDir
    private Path folder;

    private static void write(OneFeed feed, String... files) throws IOException {
        for (String file : files) {
            Path path = feed.input.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "no\n1\n");
        }
    }

    private static List<String> due(OneFeed feed) {
        return feed.landing.due().stream().map(Delivery::name).toList();
    }

    @Test
    void leavesFilesAloneThatAreStillWritten() throws IOException {
        try (OneFeed feed = new OneFeed(folder, "files: '**'" + COLUMNS)) {
            write(feed, "a.csv", "b.csv.part", "c.tmp", ".d.csv", ".hidden/e.csv", "f/g.csv");

            assertThat(due(feed)).containsExactly("a.csv", "f/g.csv");
        }
    }

    @Test
    void takesFilesOfSeveralGlobs() throws IOException {
        try (OneFeed feed = new OneFeed(folder, "files: ['a*.csv', 'old/*.csv']" + COLUMNS)) {
            write(feed, "a.csv", "b.csv", "old/c.csv");

            assertThat(due(feed)).containsExactly("a.csv", "old/c.csv");
        }
    }

    @Test
    void waitsForTheMarkerOfAFile() throws IOException {
        try (OneFeed feed = new OneFeed(folder, "files: '*.csv'\narrival: { doneMarker: '{file}.done' }" + COLUMNS)) {
            write(feed, "a.csv", "b.csv", "b.csv.done");
            assertThat(due(feed)).containsExactly("b.csv");

            write(feed, "a.csv.done");
            assertThat(due(feed)).containsExactly("a.csv", "b.csv");
        }
    }

    @Test
    void waitsForTheMarkerOfAFolder() throws IOException {
        try (OneFeed feed = new OneFeed(folder,
                "files: '*/*.csv'\narrival: { doneMarker: '{folder}/_SUCCESS' }" + COLUMNS)) {
            write(feed, "one/a.csv", "two/b.csv", "two/_SUCCESS");

            assertThat(due(feed)).containsExactly("two/b.csv");
        }
    }

    @Test
    void takesFilesOfThePeriodThatALoadCovers() throws IOException {
        try (OneFeed feed = new OneFeed(folder, "files: 'p-{date:yyyyMMdd}*.csv'" + COLUMNS)) {
            write(feed, "p-20261030.csv", "p-20261031-2.csv", "p-20261101.csv", "p-20261399.csv", "p-x.csv");

            assertThat(due(feed)).containsExactly("p-20261030.csv", "p-20261031-2.csv", "p-20261101.csv");
            // a day in Taipei begins at 16:00 of the day before in UTC
            Wanted day = new Wanted(1, FeedSelection.ALL, false, Instant.parse("2026-10-30T16:00:00Z"),
                    Instant.parse("2026-10-31T16:00:00Z"));
            assertThat(feed.landing.pending(day)).extracting(Delivery::name).containsExactly("p-20261031-2.csv");
        }
    }

    @Test
    void takesAMonthForItsFirstDay() throws IOException {
        try (OneFeed feed = new OneFeed(folder, "files: 'bills-{date:yyyy-MM}.csv'" + COLUMNS)) {
            write(feed, "bills-2026-09.csv", "bills-2026-10.csv");

            Wanted october = new Wanted(1, FeedSelection.ALL, false, Instant.parse("2026-09-30T16:00:00Z"),
                    Instant.parse("2026-10-31T16:00:00Z"));
            assertThat(feed.landing.pending(october)).extracting(Delivery::name).containsExactly("bills-2026-10.csv");
        }
    }
}
