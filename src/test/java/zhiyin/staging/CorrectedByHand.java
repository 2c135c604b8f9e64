package zhiyin.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import zhiyin.staging.Rejects.Kept;

/** Corrections that a test makes, in memory, of rows that were kept. */
class CorrectedByHand implements Corrections {

    private record Corrected(Kept row, long load, boolean ofReference, Map<String, String> values) {}

    private final Map<String, Corrected> rows = new HashMap<>();
    private final List<String> taken = new ArrayList<>();
    private long revision;

    void correct(Kept row, long load, boolean ofReference, Map<String, String> values) {
        rows.put(row.hash(), new Corrected(row, load, ofReference, values));
        taken.remove(row.hash());
        revision++;
    }

    /** Says that a load has taken a row, or refused it again. */
    void take(String hash) {
        taken.add(hash);
    }

    @Override
    public long revision(String source, String feed) {
        return of(source, feed).isEmpty() ? 0 : revision;
    }

    @Override
    public Map<String, Correction> of(String source, String feed) {
        Map<String, Correction> corrections = new HashMap<>();
        rows.values().stream().filter(row -> row.row().feed().equals(feed)).forEach(
                row -> corrections.put(row.row().hash(), new Correction(row.values(), row.ofReference())));
        return corrections;
    }

    @Override
    public List<Waiting> waiting(String source, String feed) {
        return rows.values().stream().filter(row -> row.row().feed().equals(feed))
                .filter(row -> !taken.contains(row.row().hash())).map(CorrectedByHand::waiting).toList();
    }

    private static Waiting waiting(Corrected row) {
        Map<String, @Nullable String> values = new HashMap<>();
        JsonMapper.shared().readTree(row.row().cells()).properties()
                .forEach(cell -> values.put(cell.getKey(), cell.getValue().asString(null)));
        values.putAll(row.values());
        return new Waiting(row.row().hash(), row.load(), row.row().file(), row.row().line(), values);
    }
}
