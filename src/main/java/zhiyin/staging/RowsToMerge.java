package zhiyin.staging;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.model.FieldType;
import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

/** Makes the rows that a kind's merge statement takes out of those of its work list. */
final class RowsToMerge {

    private static final int ID = 1;
    private static final int MOVED = 2;
    private static final int CUSTOMER = 3;

    /** What the graph is told of every record that sources fill, by column. */
    private static final SequencedMap<String, String> TOLD_OF_ALL = told();

    private final List<RecordField> fields;
    private final boolean made;

    RowsToMerge(RecordKind kind, boolean made) {
        // instead of the party, the graph is told its customer
        this.fields = kind.fields().stream().filter(field -> field.type() != FieldType.Plain.PARTY).toList();
        this.made = made;
    }

    private static SequencedMap<String, String> told() {
        SequencedMap<String, String> told = new LinkedHashMap<>();
        told.put("_closed_at", "closedAt");
        told.put("_origin", "origin");
        told.put("_closed_by", "closedBy");
        return told;
    }

    /** The columns that are read: no others, since each costs its way out of DuckDB. */
    String columns() {
        return Stream.of(Stream.of("id", "moved", "customer"), fields.stream().map(field -> Sql.name(field.name())),
                made ? Stream.<String>empty() : TOLD_OF_ALL.keySet().stream()).flatMap(names -> names)
                .collect(joining(", "));
    }

    Map<String, Object> read(ResultSet row) throws SQLException {
        Map<String, Object> properties = new HashMap<>();
        Map<String, Object> values = new HashMap<>();
        String id = row.getString(ID);
        properties.put("id", id);
        values.put("id", id);
        values.put("moved", row.getBoolean(MOVED));
        Optional.ofNullable(row.getString(CUSTOMER)).ifPresent(customer -> {
            values.put("customer", customer);
            if (!made) {
                properties.put("customerId", customer);
            }
        });
        // by number: a column that is looked for by name costs as much as its value
        int column = CUSTOMER;
        for (RecordField field : fields) {
            Object value = value(row.getObject(++column));
            if (value != null && field.isReference()) {
                values.put(field.name(), value);
                properties.put(field.name() + "Id", value);
            } else if (value != null) {
                properties.put(field.name(), value);
            }
        }
        for (String property : made ? List.<String>of() : TOLD_OF_ALL.values()) {
            Object value = value(row.getObject(++column));
            if (value != null) {
                properties.put(property, value);
            }
        }
        values.put("properties", properties);
        return values;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal.doubleValue();
            case Timestamp instant -> instant.toLocalDateTime().atOffset(ZoneOffset.UTC).toZonedDateTime();
            case LocalDateTime instant -> instant.atOffset(ZoneOffset.UTC).toZonedDateTime();
            case java.sql.Date date -> date.toLocalDate();
            case LocalDate date -> date;
            default -> value;
        };
    }
}
