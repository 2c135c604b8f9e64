package zhiyin.source;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * Rows of one shape that a source delivers, in files or in a table. In YAML the keys of its parts stand beside each other.
 *
 * @param origin    where the rows lie
 * @param layout    how files are written
 * @param watermark column that tells how new a row is; null when none does
 * @param drift     what is to happen when the columns are not those that are declared
 * @param terms     what a delivery means, and when it is unfit
 * @param columns   columns by their name in the header, which may have more and in any order
 * @param unique    columns whose values together may appear once; null when none
 * @param records   records that each row fills
 */
public record Feed(@JsonUnwrapped Origin origin, @JsonUnwrapped Layout layout, @Nullable String watermark,
        @JsonUnwrapped Drift drift, @JsonUnwrapped Terms terms, LinkedHashMap<String, Column> columns,
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> unique,
        List<RecordMapping> records) {

    /** The column of this name, which the declaration was checked to have. */
    public Column column(String name) {
        Column column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException("No column '%s' is declared".formatted(name));
        }
        return column;
    }

    /** Names of the values that a row has: its columns, and the currencies of its columns of money. */
    public Set<String> valueNames() {
        Set<String> names = new LinkedHashSet<>(columns.keySet());
        columns.forEach((name, column) -> {
            if (column != null && column.type() == ColumnType.MONEY) {
                names.add(name + Column.CURRENCY);
            }
        });
        return names;
    }

    /** Whether a value is the currency of a column of money. */
    public boolean isCurrency(String name) {
        return !columns.containsKey(name) && valueNames().contains(name);
    }

    /** Whether dates and instants come as such and not as texts that a format reads. */
    public boolean hasDatesOfItsOwn() {
        return origin.isTable() || layout.isParquet();
    }
}
