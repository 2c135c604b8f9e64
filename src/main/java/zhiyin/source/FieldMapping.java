package zhiyin.source;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * Where the value of a record's field comes from: exactly one of column, constant and sql. In YAML a bare text is a column.
 *
 * @param column   column of the row
 * @param codes    what the codes of the column mean; a code that is not listed refuses the row, one that means
 *                 the empty text is absent
 * @param codesFrom CSV file with such codes, relative to the folder that holds 'sources'; null when none
 * @param constant the same value for every row
 * @param sql      expression over the columns of the row, in DuckDB's SQL
 * @param feed     for a party: the feed whose key the column holds, as {@code source.feed}; null for this feed
 * @param source   for a reference: the source whose key the column holds; null for this source
 */
public record FieldMapping(@Nullable String column, @Nullable LinkedHashMap<String, String> codes,
        @Nullable String codesFrom, @Nullable String constant, @Nullable String sql, @Nullable String feed,
        @Nullable String source) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FieldMapping ofColumn(String column) {
        return new FieldMapping(column, null, null, null, null, null, null);
    }

    /** The codes and what they mean; empty when the column's values are taken as they are. */
    public Map<String, String> meanings() {
        return codes == null ? Map.of() : codes;
    }

    /** The same with the codes that a file holds. */
    FieldMapping withCodes(Map<String, String> read) {
        return new FieldMapping(column, new LinkedHashMap<>(read), codesFrom, constant, sql, feed, source);
    }
}
