package zhiyin.reject;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refused row as it is kept, its values in clear: nobody is shown it but through {@link Disclosure}.
 *
 * @param id          within its table
 * @param source      system that delivered it
 * @param feed        feed of that source
 * @param cells       texts by column
 * @param text        what could not be told apart by columns; null when nothing
 * @param ofReference whether it breaks no rule, and names what no source knows
 * @param status      where it stands
 * @param correction  new texts by column
 * @param acceptedIn  number of the load that took it corrected; null when none did
 * @param correctedBy who corrected or dismissed it last; null when nobody did
 * @param correctedAt when
 * @param faults      fields at fault; null stands for the whole row
 */
record StoredRow(long id, String source, String feed, Map<String, String> cells, @Nullable String text,
        boolean ofReference, RejectStatus status, Map<String, String> correction, @Nullable Integer acceptedIn,
        @Nullable String correctedBy, @Nullable OffsetDateTime correctedAt, List<@Nullable String> faults) {

    /** What is read of the row {@code w}, which the load {@code %s} refused. */
    static final String COLUMNS = """
            w.id, w.source AS of_source, w.feed AS of_feed, w.cells, w.text, w.of_reference, w.status, w.correction, w.accepted_in,
            w.corrected_by, w.corrected_at,
            ARRAY(SELECT f.field FROM reject f WHERE f.load = %s AND f.row_hash = w.hash AND f.source = w.source
                AND f.feed = w.feed) AS faults
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    static StoredRow of(ResultSet row) throws SQLException {
        long acceptedIn = row.getLong("accepted_in");
        Array faults = row.getArray("faults");
        return new StoredRow(row.getLong("id"), row.getString("of_source"), row.getString("of_feed"),
                texts(row.getString("cells")), row.getString("text"), row.getBoolean("of_reference"),
                RejectStatus.valueOf(row.getString("status")), texts(row.getString("correction")),
                acceptedIn == 0 ? null : Math.toIntExact(acceptedIn), row.getString("corrected_by"),
                row.getObject("corrected_at", OffsetDateTime.class),
                faults == null ? List.of() : Arrays.asList((@Nullable String[]) faults.getArray()));
    }

    /** Texts by column; absent ones are left out. */
    static Map<String, String> texts(@Nullable String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json != null) {
            for (Map.Entry<String, JsonNode> text : JSON.readTree(json).properties()) {
                if (!text.getValue().isNull()) {
                    texts.put(text.getKey(), text.getValue().asString());
                }
            }
        }
        return texts;
    }
}
