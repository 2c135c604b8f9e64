package zhiyin.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.RecordKind;
import zhiyin.source.FeedSelection;
import zhiyin.source.Mistake;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Accounts.FileAccount;
import zhiyin.staging.Rejects.Rejected;

import static java.util.Objects.requireNonNull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static zhiyin.model.FieldType.Plain.DATE;
import static zhiyin.model.FieldType.Plain.DECIMAL;
import static zhiyin.model.FieldType.Plain.INTEGER;
import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;
import static zhiyin.model.RecordField.party;

/**
 * The folder {@code broken-feeds} has a folder for each defect: {@code source.yaml}, the files that it reads, and in
 * {@code expected.yaml} what is to be told. Files that do not belong into a repository are {@link BrokenFiles}.
 */
class BrokenFeedsTests {

    private static final Path DEFECTS = Path.of("src/test/resources/broken-feeds");
    private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final int LONGEST_VALUE = 1_000;

    /** Values of persons in the broken files, which no message may tell. */
    private static final List<String> PERSONAL = List.of("Zhuge", "0912345678");

    private static final List<RecordKind> KINDS = List.of(
            new RecordKind("Party", List.of(optional("displayName", TEXT), optional("birthDate", DATE),
                    optional("gender", TEXT), optional("mobile", TEXT), optional("visits", INTEGER),
                    optional("score", DECIMAL)), ""),
            new RecordKind("Bill", List.of(party()), ""));

    private static final String FINE = """
            source: fine
            zone: Asia/Taipei
            region: TW
            feeds:
              people:
                files: fine/*.csv
                columns:
                  "no": { type: text, required: true }
                records:
                  - { kind: Party, key: "no", fields: { displayName: "no" } }
            """;

    @TempDir
    private Path folder;

    /** What is to be told of a defect: mistakes of the declaration, or what becomes of the files. */
    private record Expected(@Nullable List<ExpectedMistake> mistakes, @Nullable List<ExpectedReject> rejects,
            @Nullable String refused, @Nullable Long taken) {}

    /** A mistake, with a part of its message. */
    private record ExpectedMistake(int line, String message) {}

    /** A reject, with a part of its message. */
    private record ExpectedReject(long line, @Nullable String field, RejectReason reason, String message) {}

    static List<String> defects() throws IOException {
        return namesIn(DEFECTS);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void knowsMoreThanThirtyDefects() throws IOException {
        assertThat(defects()).hasSizeGreaterThan(30);
        assertThat(defects()).containsAll(BrokenFiles.made().keySet());
    }

    @ParameterizedTest
    @MethodSource("defects")
    void tellsWhatIsWrongAndTakesWhatIsRight(String defect) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Files.copy(DEFECTS.resolve(defect, "source.yaml"), sources.resolve("crm.yaml"));
        Files.writeString(sources.resolve("fine.yaml"), FINE);
        Expected expected = YAMLMapper.shared().readValue(DEFECTS.resolve(defect, "expected.yaml"), Expected.class);
        if (expected.mistakes() != null) {
            tellsMistakes(sources, expected.mistakes());
        } else {
            deliver(defect);
            land(sources, expected);
        }
    }

    private static void tellsMistakes(Path sources, List<ExpectedMistake> expected) {
        List<Mistake> mistakes = SourceCatalog.check(sources.resolve("crm.yaml"), KINDS);
        assertThat(mistakes).hasSameSizeAs(expected).allSatisfy(mistake -> isFitToRead(mistake.rule()));
        expected.forEach(wanted -> assertThat(mistakes).anySatisfy(mistake -> {
            assertThat(mistake.line()).isEqualTo(wanted.line());
            assertThat(mistake.rule()).contains(wanted.message());
        }));
        assertThatThrownBy(() -> SourceCatalog.read(sources, KINDS)).isInstanceOf(InvalidDeclarationException.class)
                .hasMessage(String.join(System.lineSeparator(), mistakes.stream().map(Mistake::toString).toList()));
    }

    private void land(Path sources, Expected expected) {
        SourceCatalog catalog = SourceCatalog.read(sources, KINDS);
        try (Staging staging = new Staging(folder.resolve("staging.duckdb"), "256MB")) {
            Landing landing = new Landing(staging, catalog, KINDS,
                    new Normaliser("a key".getBytes(StandardCharsets.UTF_8)), folder.resolve("input"), LONGEST_VALUE,
                    Refusals.UNCORRECTED, Origins.NONE);
            landing.pending(Wanted.ofAll(1)).forEach(file -> landing.land(file, 1, AT));
            List<String> stops = new ArrayList<>(
                    new Vanished(staging, catalog, landing).close(FeedSelection.ALL, 1, AT, false));
            KINDS.forEach(kind -> new Rejects(staging).noteUnknownReferences(kind, 1));
            stops.addAll(new Judge(staging, catalog, landing).judge(FeedSelection.ALL, 1, AT));
            tellsRejects(staging, expected.rejects() == null ? List.of() : expected.rejects());
            tellsRefusal(stops, expected.refused());
            takes(staging, requireNonNull(expected.taken()));
        }
    }

    private static void tellsRejects(Staging staging, List<ExpectedReject> expected) {
        List<Rejected> rejects = new ArrayList<>();
        new Rejects(staging).each(1, rejects::add);
        assertThat(rejects).hasSameSizeAs(expected)
                .allSatisfy(reject -> isFitToRead(reject.message()));
        for (int i = 0; i < expected.size(); i++) {
            Rejected reject = rejects.get(i);
            assertThat(new ExpectedReject(reject.line(), reject.field(), reject.reason(), expected.get(i).message()))
                    .isEqualTo(expected.get(i));
            assertThat(reject.message()).contains(expected.get(i).message());
        }
        assertThat(new Accounts(staging).notices(1))
                .allSatisfy(notice -> isFitToRead(notice.message()));
    }

    private static void tellsRefusal(List<String> stops, @Nullable String refused) {
        assertThat(stops).hasSize(refused == null ? 0 : 1).allSatisfy(stop -> {
            isFitToRead(stop);
            assertThat(stop).contains(String.valueOf(refused));
        });
    }

    /** Takes a number of rows of the broken source and every row of the other, and nothing that is not accounted for. */
    private static void takes(Staging staging, long taken) {
        List<FileAccount> files = new Accounts(staging).files(1);
        assertThat(files).allMatch(FileAccount::isEven).hasSizeGreaterThan(1);
        assertThat(files.stream().filter(file -> file.source().equals("crm")).mapToLong(FileAccount::added).sum())
                .isEqualTo(taken);
        assertThat(staged(staging, "crm")).isEqualTo(taken);
        assertThat(staged(staging, "fine")).isEqualTo(2);
    }

    private static long staged(Staging staging, String source) {
        return KINDS.stream().mapToLong(kind -> staging.number(
                "SELECT count(*) FROM %s WHERE _source = ?".formatted(Tables.staged(kind)), source)).sum();
    }

    /** A sentence that people can read, and that tells nothing of a person or of the inside of the hub. */
    private static void isFitToRead(String message) {
        assertThat(message).isNotBlank().doesNotContain("Exception", "java.", "org.duckdb", "null", "SELECT TRY")
                .doesNotContain(PERSONAL).doesNotContainPattern("\\p{Cntrl}");
    }

    private void deliver(String defect) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        for (String file : namesIn(DEFECTS.resolve(defect))) {
            if (!file.endsWith(".yaml")) {
                Files.copy(DEFECTS.resolve(defect, file), input.resolve(file));
            }
        }
        byte[] bytes = BrokenFiles.made().get(defect);
        if (bytes != null) {
            Files.write(input.resolve(BrokenFiles.nameOf(defect)), bytes);
        }
        Files.writeString(Files.createDirectories(input.resolve("fine")).resolve("people.csv"), "no\n1\n2\n");
    }
}
