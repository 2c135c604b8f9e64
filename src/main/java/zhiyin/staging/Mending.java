package zhiyin.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import zhiyin.source.Feed;
import zhiyin.staging.Corrections.Correction;
import zhiyin.staging.Corrections.Waiting;

/**
 * Reads the refused rows of a delivery again as somebody corrected them. A row that is good as it was delivered stays so, whatever
 * was corrected in one that looks the same: corrections cost nothing where nothing is refused. Notes them in the temporary table
 * {@code corrected} with the load that refused them, which is of account where they come without their file.
 */
class Mending {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Staging staging;
    private final Feed feed;
    private final RawValues values;
    private final Map<String, Correction> corrections;

    Mending(Staging staging, Feed feed, RawValues values, Map<String, Correction> corrections) {
        this.staging = staging;
        this.feed = feed;
        this.values = values;
        this.corrections = corrections;
        staging.run("CREATE OR REPLACE TEMP TABLE corrected (line BIGINT, hash VARCHAR, load BIGINT)");
    }

    private record Noted(long line, String hash, long load) {}

    private record Mended(long line, String hash, @Nullable String[] values) {}

    /** Keeps in mind what was wrong before values were looked at. */
    void begin() {
        if (!corrections.isEmpty()) {
            staging.run("CREATE OR REPLACE TEMP TABLE unreadable AS SELECT * FROM fault");
        }
    }

    /** Puts corrected rows in the place of those that were refused. Answers whether there were any: then all is to be checked anew. */
    boolean apply() {
        if (corrections.isEmpty()) {
            return false;
        }
        noteCorrections();
        List<Mended> mended = mended();
        if (mended.isEmpty()) {
            return false;
        }
        note(mended.stream().map(row -> new Noted(row.line(), row.hash(), 0)).toList());
        staging.run("DELETE FROM raw WHERE _line IN (SELECT line FROM corrected)");
        staging.append("raw", table -> mended.forEach(row -> RawRows.append(row.line(), row.values(), table)));
        staging.run("""
                DELETE FROM caution; DELETE FROM fault;
                INSERT INTO fault SELECT * FROM unreadable WHERE line NOT IN (SELECT line FROM corrected)
                """);
        return true;
    }

    /** Notes corrected rows that come without the rest of their file. */
    void noteWaiting(List<Waiting> rows) {
        note(rows.stream().map(row -> new Noted(row.line(), row.hash(), row.load())).toList());
    }

    private void note(List<Noted> rows) {
        staging.append("corrected", table -> {
            for (Noted row : rows) {
                table.beginRow();
                table.append(row.line()).append(row.hash()).append(row.load());
                table.endRow();
            }
        });
    }

    private void noteCorrections() {
        staging.run("CREATE OR REPLACE TEMP TABLE correction (hash VARCHAR, of_reference BOOLEAN)");
        staging.append("correction", table -> {
            for (Map.Entry<String, Correction> correction : corrections.entrySet()) {
                table.beginRow();
                table.append(correction.getKey()).append(correction.getValue().ofReference());
                table.endRow();
            }
        });
    }

    /** A row that names what no source knows breaks no rule: it is looked for among all. */
    private List<Mended> mended() {
        RefusedRows rows = new RefusedRows(feed);
        boolean anyRow = corrections.values().stream().anyMatch(Correction::ofReference);
        String refused = "_line IN (SELECT line FROM fault)";
        return staging.query("""
                SELECT _line, row_hash, %2$s FROM (SELECT *, %1$s AS row_hash FROM raw WHERE %4$s)
                    JOIN correction ON correction.hash = row_hash WHERE of_reference OR %5$s
                UNION ALL SELECT _line, row_hash, %2$s FROM (SELECT *, %3$s AS row_hash FROM torn)
                    JOIN correction ON correction.hash = row_hash WHERE %5$s
                """.formatted(rows.hash(), rows.cells(), rows.hashOfTorn(), anyRow ? "true" : refused, refused),
                this::mended);
    }

    private Mended mended(ResultSet row) throws SQLException {
        Map<String, @Nullable String> texts = texts(row.getString(3));
        Correction correction = corrections.get(row.getString(2));
        texts.putAll(correction == null ? Map.of() : correction.values());
        return new Mended(row.getLong(1), row.getString(2), values(feed, values, texts));
    }

    private static Map<String, @Nullable String> texts(String cells) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> cell : JSON.readTree(cells).properties()) {
            texts.put(cell.getKey(), cell.getValue().asString(null));
        }
        return texts;
    }

    /** The texts of a row in the order of its feed's columns, in the form in which they are typed. */
    static @Nullable String[] values(Feed feed, RawValues values, Map<String, @Nullable String> texts) {
        List<@Nullable String> ordered = new ArrayList<>();
        feed.columns().keySet().forEach(column -> ordered.add(texts.get(column)));
        @Nullable
        String[] row = ordered.toArray(new @Nullable String[0]);
        values.fill(row);
        return row;
    }
}
