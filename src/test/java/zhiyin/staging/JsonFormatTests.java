package zhiyin.staging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import zhiyin.staging.Landing.Landed;
import zhiyin.staging.Rejects.Rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class JsonFormatTests {

    private static final String FEED = """
            files: "*.jsonl{,.gz}"
            format: jsonl
            columns:
              "no": { type: text, required: true, unique: true }
              address.city: { type: text }
              amount: { type: decimal }
              vip: { type: boolean }
              phone: { type: phone }
              tags: { type: text }
            """;

    @TempDir
    private Path folder;

    @Test
    void takesFieldsByNameAndNestedOnesByPath() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl", """
                    {"no": 1, "address": {"city": "台北", "street": {"no": 5}}, "amount": 12.50, "vip": true, "tags": ["a", 1]}

                    {"no": "2", "address": null, "amount": "7", "vip": null, "phone": "0912345678", "other": {"deep": [1]}}
                    """)).isEqualTo(new Landed(2, 0));
            assertThat(feed.typed("no")).containsExactly("1", "2");
            assertThat(feed.typed("address.city")).containsExactly("台北", null);
            assertThat(feed.typed("amount")).containsExactly("12.5000", "7.0000");
            assertThat(feed.typed("vip")).containsExactly("true", null);
            assertThat(feed.typed("phone")).containsExactly(null, "+886912345678");
            assertThat(feed.typed("tags")).containsExactly("[\"a\",1]", null);
            assertThat(feed.notices()).containsExactly("UNKNOWN_COLUMNS: nobody declared 'address.street', 'other'");
        }
    }

    @Test
    void refusesLinesThatAreNoObjectAndReadsOn() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl", """
                    {"no": 1, "amount": "ten"}
                    [1]
                    {"no": 2} {"no": 3}
                    {"no": 4, "amount":}
                    plain
                    {"no": 4}
                    {"no": 4}
                    {"no":"a\\u0007b"}
                    {"no": 5}
                    {"no": 6, "amou""")).isEqualTo(new Landed(10, 8));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::field, Rejected::reason).containsExactly(
                    tuple(1L, "amount", RejectReason.TYPE), tuple(2L, null, RejectReason.NO_OBJECT),
                    tuple(3L, null, RejectReason.NO_OBJECT), tuple(4L, null, RejectReason.NO_OBJECT),
                    tuple(5L, null, RejectReason.NO_OBJECT), tuple(7L, "no", RejectReason.DUPLICATE),
                    tuple(8L, "no", RejectReason.ENCODING), tuple(10L, null, RejectReason.TRUNCATED));
        }
    }

    @Test
    void takesALastLineWithoutABreakWhenItIsWhole() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl", "{\"no\": 1}\n{\"no\": 2}")).isEqualTo(new Landed(2, 0));
        }
    }

    @Test
    void refusesTheFileWhenNoObjectHasARequiredField() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl", "{\"number\": 1}\n{\"number\": 2}\n")).isEqualTo(new Landed(2, 2));
            assertThat(feed.rejects()).extracting(Rejected::field, Rejected::reason)
                    .containsExactly(tuple("no", RejectReason.MISSING_COLUMN));
            assertThat(feed.typed("no")).isEmpty();
        }
    }

    @Test
    void refusesRowsWithValuesAndLinesThatAreTooLarge() {
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl", "{\"no\": 1}\n{\"no\": \"" + "x".repeat(10_000_000) + "\"}\n{\"no\": \""
                    + "x".repeat(20_000_000) + "\"}\n{\"no\": 2}\n")).isEqualTo(new Landed(4, 2));
            assertThat(feed.rejects()).extracting(Rejected::line, Rejected::reason).containsExactly(
                    tuple(2L, RejectReason.TOO_LARGE), tuple(3L, RejectReason.TOO_LARGE));
        }
    }

    @Test
    void unpacksCompressedFiles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("{\"no\": 1}\n{\"no\": 2}\n".getBytes(StandardCharsets.UTF_8));
        }
        try (OneFeed feed = new OneFeed(folder, FEED)) {
            assertThat(feed.land("a.jsonl.gz", bytes.toByteArray())).isEqualTo(new Landed(2, 0));
        }
    }
}
