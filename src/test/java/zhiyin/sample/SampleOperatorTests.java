package zhiyin.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.dataformat.yaml.YAMLMapper;

class SampleOperatorTests {

    @TempDir
    static Path folder;
    static Generated operator;

    @BeforeAll
    static void generate() {
        operator = Generated.operator(Generated.CUSTOMERS, 7, folder.resolve("operator"));
    }

    @Test
    void writesTheSameBytesForTheSameRequest(@TempDir Path other) throws IOException {
        Generated again = Generated.operator(Generated.CUSTOMERS, 7, other);
        try (Stream<Path> files = Files.walk(operator.folder()).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                assertThat(other.resolve(operator.folder().relativize(file))).hasSameBinaryContentAs(file);
            }
        }
        assertThat(again.summary()).isEqualTo(operator.summary());
    }

    @Test
    void writesAnotherOperatorForAnotherSeed(@TempDir Path other) throws IOException {
        Generated.operator(50, 8, other);
        assertThat(Files.readString(other.resolve("crm/customers.csv")))
                .isNotEqualTo(Files.readString(operator.folder().resolve("crm/customers.csv")));
    }

    @Test
    void makesTheFirstCustomersTheSameHoweverManyFollow(@TempDir Path fewer) {
        Generated small = Generated.operator(42, 7, fewer);
        for (Feed feed : Feed.values()) {
            for (int at = 0; at < small.files(feed).size(); at++) {
                List<List<String>> few = Generated.read(small.files(feed).get(at));
                assertThat(Generated.read(operator.files(feed).get(at)).subList(0, few.size())).isEqualTo(few);
            }
        }
    }

    @Test
    void heedsTheColumnsThatTheSourcesDeclare() throws IOException {
        for (Feed feed : Feed.values()) {
            String[] sourceAndFeed = feed.path().split("/", -1);
            List<String> declared = declared(sourceAndFeed[0], sourceAndFeed[1]);
            for (Path file : operator.files(feed)) {
                assertThat(Generated.read(file).getFirst()).as(file.toString()).isEqualTo(declared);
            }
        }
    }

    @Test
    void writesEveryFeedThatTheSourcesDeclare() {
        for (String source : List.of("crm", "billing", "network", "channel")) {
            assertThat(feeds(source))
                    .allSatisfy((feed, declaration) -> assertThat(Stream.of(Feed.values()).map(Feed::path))
                            .contains(source + "/" + feed));
        }
    }

    @Test
    void countsTheRowsItWrote() {
        operator.summary().rows().forEach((file, rows) -> assertThat(Generated.read(operator.folder().resolve(file)))
                .as(file).hasSize(rows.intValue() + 1));
    }

    @Test
    void repeatsNoKeyButTheOnesItSaysItRepeats() {
        long repeated = 0;
        for (Feed feed : Feed.values()) {
            if (feed != Feed.USAGE && feed != Feed.EXPERIENCE) {
                for (Path file : operator.files(feed)) {
                    List<String> keys = Generated.read(file).stream().skip(1).map(List::getFirst).toList();
                    repeated += keys.size() - new HashSet<>(keys).size();
                }
            }
        }
        long planted = operator.summary().faults().getOrDefault(Fault.DUPLICATE_KEY, Map.of()).entrySet().stream()
                .filter(file -> !file.getKey().startsWith("network/usage")
                        && !file.getKey().startsWith("network/experience"))
                .mapToLong(Map.Entry::getValue).sum();
        assertThat(repeated).isEqualTo(planted).isPositive();
    }

    @Test
    void cutsTheRowsItSaysItCuts() {
        long cut = 0;
        for (Feed feed : Feed.values()) {
            for (Path file : operator.files(feed)) {
                cut += Generated.read(file).stream().filter(row -> row.size() != feed.columns().size()).count();
            }
        }
        assertThat(cut).isEqualTo(operator.summary().planted(Fault.CUT_SHORT)).isPositive();
    }

    @Test
    void letsTheStrangeNumbersCallThatItSays() {
        Set<String> known = new HashSet<>();
        operator.files(Feed.SUBSCRIBERS)
                .forEach(file -> Generated.read(file).forEach(row -> known.add(row.getFirst())));
        List<String> callers = new ArrayList<>();
        operator.files(Feed.CALLS)
                .forEach(file -> Generated.read(file).stream().skip(1).forEach(row -> callers.add(row.get(1))));
        assertThat(callers.stream().filter(caller -> !caller.isEmpty() && !known.contains(caller)))
                .hasSize((int) operator.summary().planted(Fault.UNKNOWN_CALLER)).isNotEmpty();
    }

    @Test
    void namesTheTruthOfEveryPartyRecordOnce() {
        List<List<String>> truth = Generated.read(folder.resolve("operator").resolve(Truth.FILE));
        assertThat(truth.getFirst()).containsExactly("person", "source", "feed", "key");
        Set<List<String>> told = new HashSet<>();
        truth.stream().skip(1).forEach(row -> assertThat(told.add(row.subList(1, 4))).as(row.toString()).isTrue());
        Set<List<String>> written = new HashSet<>();
        for (Feed feed : List.of(Feed.CUSTOMERS, Feed.ACCOUNTS, Feed.SUBSCRIBERS, Feed.PROFILES)) {
            String[] path = feed.path().split("/", -1);
            operator.files(feed).forEach(file -> Generated.read(file).stream().skip(1)
                    .forEach(row -> written.add(List.of(path[0], path[1], row.getFirst()))));
        }
        assertThat(told).isEqualTo(written);
        assertThat(truth.stream().skip(1).map(List::getFirst).distinct()).hasSize(Generated.CUSTOMERS);
    }

    @Test
    void refusesAFolderWithMonthsOfAnotherCalendar(@TempDir Path other) throws IOException {
        Files.createDirectories(other.resolve("billing"));
        Files.createFile(other.resolve("billing/bills-2019-01.csv"));
        assertThatThrownBy(() -> Generated.operator(8, 1, other)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bills-2019-01.csv").hasMessageContaining("empty the folder");
    }

    @Test
    void leavesNoTruthUntilAllIsWritten(@TempDir Path other) {
        SampleRequest request = new SampleRequest(24, 1, Generated.UNTIL, other);
        List<Boolean> seen = new ArrayList<>();
        new SampleOperator(Path.of("etl")).generate(request,
                done -> seen.add(
                        Files.exists(other.resolve(Truth.FILE)) || Files.exists(other.resolve("crm/customers.csv"))));
        assertThat(seen).containsOnly(false).hasSize(3);
        assertThat(other.resolve(Truth.FILE)).exists();
    }

    private static List<String> declared(String source, String feed) {
        Map<?, ?> columns = child(Objects.requireNonNull(feeds(source).get(feed)), "columns");
        return columns.keySet().stream().map(String::valueOf).toList();
    }

    private static Map<?, ?> feeds(String source) {
        return child(new YAMLMapper().readValue(Path.of("etl/sources", source + ".yaml").toFile(), Map.class), "feeds");
    }

    private static Map<?, ?> child(Object parent, String name) {
        return (Map<?, ?>) Objects.requireNonNull(((Map<?, ?>) parent).get(name));
    }
}
