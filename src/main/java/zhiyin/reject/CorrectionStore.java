package zhiyin.reject;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.staging.Corrections;

/** What people corrected in refused rows: who, what and when, and what rows are to be read as now. */
@Component
class CorrectionStore implements Corrections {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String REVISION = """
            SELECT coalesce(max(revision), 0) FROM refused_row WHERE source = ? AND feed = ? AND correction IS NOT NULL
            """;

    private static final String OF_FEED = """
            SELECT hash, correction, of_reference FROM refused_row WHERE source = ? AND feed = ? AND correction IS NOT NULL
            """;

    private static final String WAITING = """
            SELECT hash, load, file, line, cells || correction AS cells FROM refused_row
            WHERE source = ? AND feed = ? AND correction IS NOT NULL AND status = 'CORRECTED' ORDER BY file, line
            """;

    private static final String IS_ANY_WAITING = """
            SELECT EXISTS (SELECT FROM refused_row WHERE correction IS NOT NULL AND status = 'CORRECTED'
                AND (? = 0 OR source = ANY (?) OR source || '.' || feed = ANY (?)))
            """;

    private static final String NOTE = """
            WITH noted AS (
                INSERT INTO correction (refused_row, cells, corrected_by, corrected_at) VALUES (?, CAST(? AS JSONB), ?, now())
                RETURNING *)
            UPDATE refused_row w SET status = ?, revision = noted.revision, corrected_by = noted.corrected_by,
                corrected_at = noted.corrected_at,
                correction = CASE WHEN noted.cells IS NOT NULL THEN coalesce(w.correction, '{}') || noted.cells END
            FROM noted WHERE w.id = noted.refused_row AND w.status <> 'ACCEPTED'
            """;

    private final JdbcTemplate jdbc;

    CorrectionStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long revision(String source, String feed) {
        Long revision = jdbc.queryForObject(REVISION, Long.class, source, feed);
        return revision == null ? 0 : revision;
    }

    @Override
    public Map<String, Correction> of(String source, String feed) {
        Map<String, Correction> corrections = new HashMap<>();
        jdbc.query(OF_FEED, row -> {
            corrections.put(row.getString("hash"),
                    new Correction(StoredRow.texts(row.getString("correction")), row.getBoolean("of_reference")));
        }, source, feed);
        return corrections;
    }

    @Override
    public List<Waiting> waiting(String source, String feed) {
        return jdbc.query(WAITING, (row, number) -> {
            Map<String, @Nullable String> texts = new HashMap<>(StoredRow.texts(row.getString("cells")));
            return new Waiting(row.getString("hash"), row.getLong("load"), row.getString("file"), row.getLong("line"),
                    texts);
        }, source, feed);
    }

    /** Whether corrected rows of some sources or feeds, or of any when none is named, wait for a load to take them. */
    boolean isAnyWaiting(List<String> names) {
        String[] feeds = names.toArray(String[]::new);
        return Boolean.TRUE.equals(jdbc.queryForObject(IS_ANY_WAITING, Boolean.class, feeds.length, feeds, feeds));
    }

    /** Corrects columns of a row besides those that were corrected before. */
    @Transactional
    void correct(StoredRow row, Map<String, String> values, String by) {
        jdbc.update(NOTE, row.id(), JSON.writeValueAsString(values), by, RejectStatus.CORRECTED.name());
    }

    /** Leaves rows refused as they were delivered. */
    @Transactional
    void dismiss(List<StoredRow> rows, String by) {
        rows.forEach(row -> jdbc.update(NOTE, row.id(), null, by, RejectStatus.DISMISSED.name()));
    }
}
