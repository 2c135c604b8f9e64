package zhiyin.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.model.RecordKind;
import zhiyin.source.SourceCatalog;
import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;

import static zhiyin.model.FieldType.Plain.TEXT;
import static zhiyin.model.RecordField.optional;

/** A staging of its own with the source {@code crm}, whose one feed {@code people} a test declares. */
class OneFeed implements AutoCloseable {

    static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

    private static final RecordKind PARTY = new RecordKind("Party", List.of(optional("displayName", TEXT)), "");

    final Path input;
    final Staging staging;
    final Landing landing;

    /**
     * A staging.
     *
     * @param folder where it may write
     * @param feed   keys of the feed but {@code records}, each line as it stands in YAML below the feed's name; a column 'no' is
     *               the key
     */
    OneFeed(Path folder, String feed) {
        this(folder, "", feed, 1_000);
    }

    OneFeed(Path folder, String database, String feed, int longestValue) {
        String source = """
                source: crm
                zone: Asia/Taipei
                region: TW
                %sfeeds:
                  people:
                %s
                    records: [{ kind: Party, key: "no", fields: { displayName: "no" } }]
                """.formatted(database, feed.indent(4).stripTrailing());
        try {
            Files.writeString(Files.createDirectories(folder.resolve("sources")).resolve("crm.yaml"), source);
            input = Files.createDirectories(folder.resolve("input"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        staging = new Staging(folder.resolve("staging.duckdb"), "256MB");
        landing = new Landing(staging, SourceCatalog.read(folder.resolve("sources"), List.of(PARTY)), List.of(PARTY),
                new Normaliser("a key".getBytes(StandardCharsets.UTF_8)), input, longestValue, Refusals.UNCORRECTED,
                Origins.NONE);
    }

    /** Lands a text as a file. */
    Landed land(String file, String text) {
        return land(file, text.getBytes(StandardCharsets.UTF_8));
    }

    Landed land(String file, byte[] bytes) {
        try {
            Files.write(input.resolve(file), bytes);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return landing.land(landing.due().getFirst(), 1, AT);
    }

    List<Rejected> rejects() {
        List<Rejected> rejects = new ArrayList<>();
        new Rejects(staging).each(1, rejects::add);
        return rejects;
    }

    /** The typed values of a column of what was landed last, by line. */
    List<@Nullable String> typed(String column) {
        List<@Nullable String> values = new ArrayList<>();
        staging.each("SELECT CAST(%s AS VARCHAR) FROM typed ORDER BY _line".formatted(Sql.name(column)),
                row -> values.add(row.getString(1)));
        return values;
    }

    List<String> notices() {
        return staging.query("SELECT code || ': ' || message FROM notice ORDER BY code", row -> row.getString(1));
    }

    @Override
    public void close() {
        staging.close();
    }
}
