package zhiyin.source;

import java.util.LinkedHashMap;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A record that a row fills.
 *
 * @param kind   name of the kind of record
 * @param key    columns whose values tell the record apart within the source
 * @param when   condition on the row, in DuckDB's SQL; null for every row
 * @param fields where the fields' values come from
 */
public record RecordMapping(String kind,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> key, @Nullable String when,
        LinkedHashMap<String, FieldMapping> fields) {}
