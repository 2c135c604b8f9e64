package zhiyin.source;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * How a row says that its record is no more. Of such a row only the key is read.
 *
 * @param column column that says it
 * @param values values of the column that mean it: {@code [D, DELETED]}
 */
public record ClosedMark(String column,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> values) {}
