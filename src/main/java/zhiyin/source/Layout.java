package zhiyin.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the files of a feed are written.
 *
 * @param format    their format; CSV when not given
 * @param delimiter character between the fields of CSV; a comma when not given
 * @param quote     character around fields of CSV that hold others' characters; {@code "} when not given
 * @param encoding  character set; UTF-8 when not given
 */
public record Layout(@Nullable Format format, @Nullable Character delimiter, @Nullable Character quote,
        @Nullable String encoding) {

    /** A format of files. */
    public enum Format {
        /** Comma-separated values, or separated by another character, with a header. */
        @JsonProperty("csv")
        CSV,
        /** JSON Lines: an object a line. */
        @JsonProperty("jsonl")
        JSON_LINES,
        /** Apache Parquet. */
        @JsonProperty("parquet")
        PARQUET
    }

    /** The format of the files. */
    public Format fileFormat() {
        return format == null ? Format.CSV : format;
    }

    /** Whether the files are Parquet. */
    public boolean isParquet() {
        return format == Format.PARQUET;
    }

    /** Character between fields. */
    public char separator() {
        return delimiter == null ? ',' : delimiter;
    }

    /** Character around fields. */
    public char quotes() {
        return quote == null ? '"' : quote;
    }

    /** Character set of the files. */
    public Charset charset() {
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }
}
