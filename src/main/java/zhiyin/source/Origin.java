package zhiyin.source;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Where the rows of a feed lie: exactly one of files, table and query.
 *
 * @param files   globs of the files, relative to the input folder: {@code crm/customers*.csv}
 * @param table   table or view of the source's database: {@code public.customers}
 * @param query   SELECT that the source's database answers
 * @param arrival how to know that a file is whole; null when it is as soon as it has its name
 * @param overlap how far before the newest row seen the next reading of a table begins, such as {@code 2h}
 */
public record Origin(@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> files,
        @Nullable String table, @Nullable String query, @Nullable Arrival arrival, @Nullable String overlap) {

    /**
     * How a source says that a file is whole.
     *
     * @param doneMarker file that lies there when it is: {@code {file}.done}, {@code {folder}/_SUCCESS}
     */
    public record Arrival(String doneMarker) {}

    /** Whether the rows lie in a database. */
    public boolean isTable() {
        return table != null || query != null;
    }

    /** The globs of the files; none when the rows lie in a database. */
    public List<String> globs() {
        return files == null ? List.of() : files;
    }

    /** How far before the newest row seen the next reading begins. */
    public Duration overlapping() {
        return overlap == null ? Duration.ZERO : DurationStyle.detectAndParse(overlap);
    }
}
