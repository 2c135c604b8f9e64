package zhiyin.staging;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What people corrected in refused rows. A correction belongs to a row of a feed as it was delivered, which is known again by the
 * hash of its values: whenever the row is read again and would be refused, it is read as corrected.
 */
public interface Corrections {

    /** Nobody corrected anything. */
    Corrections NONE = new Corrections() {

        @Override
        public long revision(String source, String feed) {
            return 0;
        }

        @Override
        public Map<String, Correction> of(String source, String feed) {
            return Map.of();
        }

        @Override
        public List<Waiting> waiting(String source, String feed) {
            return List.of();
        }
    };

    /**
     * What a row is to be read as.
     *
     * @param values      new texts by column, blank for none; other columns stay
     * @param ofReference whether the row breaks no rule, and is refused for naming what no source knows
     */
    record Correction(Map<String, String> values, boolean ofReference) {}

    /**
     * A corrected row that no load has taken yet.
     *
     * @param hash   of the row as it was delivered
     * @param load   the last load that refused it
     * @param file   its file, relative to the input folder
     * @param line   line that it begins on
     * @param values texts by column, corrected
     */
    record Waiting(String hash, long load, String file, long line, Map<String, @Nullable String> values) {}

    /** A number that is greater after each new correction of a feed's rows. */
    long revision(String source, String feed);

    /** The corrections of a feed's rows, by the hash of the row. */
    Map<String, Correction> of(String source, String feed);

    /** The corrected rows of a feed that no load has taken yet, by file and line. */
    List<Waiting> waiting(String source, String feed);
}
