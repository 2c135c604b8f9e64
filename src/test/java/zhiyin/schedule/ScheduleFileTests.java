package zhiyin.schedule;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScheduleFileTests {

    private static final String NIGHTLY = """
            schedules:
              nightly:
                run: load
                cron: "0 30 2 * * *"
                zone: Asia/Taipei
            """;

    @TempDir
    private Path folder;
    private Path file = Path.of("schedules.yaml");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("schedules.yaml");
    }

    @Test
    void readsEveryKey() throws IOException {
        List<DeclaredSchedule> schedules = read(NIGHTLY + """
                    description: { zh-Hant: 夜, zh-Hans: 夜晚, en: Night }
                    feeds: [crm, billing.bills]
                    full: true
                    catchUp: latest
                    paused: true
                    retries: 3
                  figures: { run: load, after: nightly, description: Sums }
                  arrivals: { run: load, files: "crm/*.csv", every: 30s }
                """);

        assertThat(schedules).extracting(DeclaredSchedule::name).containsExactly("nightly", "figures", "arrivals");
        DeclaredSchedule nightly = schedules.getFirst();
        assertThat(nightly).usingRecursiveComparison().ignoringFields("timing").isEqualTo(new DeclaredSchedule(
                "nightly", new LocalizedText("夜", "夜晚", "Night"), "load", List.of("crm", "billing.bills"), true,
                nightly.timing(), CatchUp.LATEST, true, 3));
        assertThat(nightly.timing()).isInstanceOfSatisfying(Timing.ByCron.class, timing -> {
            assertThat(timing.cron().expression()).isEqualTo("0 30 2 * * *");
            assertThat(timing.cron().zone()).hasToString("Asia/Taipei");
        });
        assertThat(schedules.get(1).timing()).isEqualTo(new Timing.After("nightly"));
        assertThat(schedules.get(1).description()).isEqualTo(new LocalizedText("Sums", "Sums", "Sums"));
        assertThat(schedules.get(2).timing())
                .isEqualTo(new Timing.OnFiles("crm/*.csv", Duration.ofSeconds(30)));
    }

    @Test
    void findsNoneWhereThereIsNoFile() {
        assertThat(ScheduleFile.read(file, List.of(new Works()))).isEmpty();
    }

    @Test
    void tellsEveryMistakeWithItsPlace() throws IOException {
        assertMistakes(NIGHTLY + """
                  Weekly:
                    run: dance
                    cron: "0 30 2 * *"
                    zone: Asia/Nowhere
                    catchUp: some
                    feeds: [nowhere]
                    retry: 2
                    paused: maybe
                  both: { run: load, after: nightly, files: "*" }
                  never: { run: load, feeds: [nowhere], after: tomorrow, every: 1m, catchUp: all }
                  busy: { run: load, files: "[", every: 1s }
                """,
                ":6: schedules.Weekly: a name of lower-case letters, digits and - is needed, such as nightly-load",
                ":12: schedules.Weekly.retry: no such key; known are [description, run,",
                ":9: schedules.Weekly.zone: 'Asia/Nowhere' is no time zone; one such as Asia/Taipei is needed",
                ":8: schedules.Weekly.cron: Cron expression must consist of 6 fields",
                ":7: schedules.Weekly.run: one of [load] is needed",
                ":14: schedules.both.files: exactly one of cron, after and files is needed",
                ":15: schedules.never.every: is for schedules with files",
                ":15: schedules.never.feeds: no source is called nowhere",
                ":15: schedules.never.catchUp: is for schedules with cron",
                ":15: schedules.never.after: no schedule 'tomorrow' is declared",
                ":16: schedules.busy.every: 10s is the shortest",
                ":16: schedules.busy.files: not a glob");
    }

    @Test
    void refusesSchedulesThatWaitForEachOther() throws IOException {
        assertMistakes("""
                schedules:
                  one: { run: load, after: two }
                  two: { run: load, after: one }
                """, ":2: schedules.one.after: 'two' waits for 'one' in the end, so neither would run",
                ":3: schedules.two.after: 'one' waits for 'two' in the end, so neither would run");
    }

    @Test
    void refusesWhatIsNoListOfSchedules() throws IOException {
        assertMistakes("", ":1: schedules: a map is needed", ":1: schedules: a map of schedules by name is needed");
        assertMistakes("schedules: [1]", ":1: schedules: a map of schedules by name is needed");
        assertMistakes("schedules: { a", "not YAML as it must be");
        assertMistakes(NIGHTLY + "  nightly: {}", ":6: not YAML as it must be: Duplicate Object property");
    }

    @Test
    void readsTheSchedulesThatComeWithTheHub() {
        assertThat(ScheduleFile.read(Path.of("etl/schedules.yaml"), List.of(new Works())))
                .extracting(DeclaredSchedule::name).contains("nightly-load");
    }

    private List<DeclaredSchedule> read(String text) throws IOException {
        Files.writeString(file, text);
        return ScheduleFile.read(file, List.of(new Works()));
    }

    private void assertMistakes(String text, String... mistakes) throws IOException {
        Files.writeString(file, text);
        assertThatExceptionOfType(InvalidDeclarationException.class)
                .isThrownBy(() -> ScheduleFile.read(file, List.of(new Works()))).satisfies(thrown -> {
                    List<String> told = String.valueOf(thrown.getMessage()).lines().toList();
                    assertThat(told).allMatch(line -> line.startsWith(file.toString()));
                    for (String mistake : mistakes) {
                        assertThat(told).anyMatch(line -> line.contains(mistake));
                    }
                    assertThat(told).hasSize(mistakes.length);
                });
    }
}
