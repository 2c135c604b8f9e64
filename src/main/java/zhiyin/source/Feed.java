package zhiyin.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Files of one shape that a source delivers: CSV with a header.
 *
 * @param files     glob of the files, relative to the input folder: {@code crm/customers*.csv}
 * @param delimiter character between fields; a comma when not given
 * @param encoding  character set of the files; UTF-8 when not given
 * @param columns   columns by their name in the header, which may have more and in any order
 * @param unique    columns whose values together may appear once; null when none
 * @param records   records that each row fills
 * @param changes   how a delivery stands to those before; a delta when not given
 * @param watermark column that tells which of two rows of a record is the later one, whichever came first
 * @param closed    how a row says that its record is no more; null when none does
 * @param tolerance how many rows of a file may be refused; beyond it the file is refused whole; null for any number
 * @param checks    rules beyond single columns; null when none
 */
public record Feed(String files, @Nullable Character delimiter, @Nullable String encoding,
        LinkedHashMap<String, Column> columns,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> unique,
        List<RecordMapping> records, @Nullable ChangeKind changes, @Nullable String watermark,
        @Nullable ClosedMark closed, @Nullable Tolerance tolerance, @Nullable List<FeedCheck> checks) {

    /** How a delivery stands to those before. */
    public ChangeKind changeKind() {
        return changes == null ? ChangeKind.DELTA : changes;
    }

    /** Rules beyond single columns. */
    public List<FeedCheck> feedChecks() {
        return checks == null ? List.of() : checks;
    }

    /** Character between fields. */
    public char separator() {
        return delimiter == null ? ',' : delimiter;
    }

    /** Character set of the files. */
    public Charset charset() {
        return encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    }

    /** The column of this name, which the declaration was checked to have. */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("No column '%s' is declared".formatted(name));
        }
        return column;
    }
}
