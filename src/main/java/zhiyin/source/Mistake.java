package zhiyin.source;

import java.nio.file.Path;

/**
 * A mistake in a declaration.
 *
 * @param file   file that it is in
 * @param line   line at fault, counted from 1
 * @param column column of that line, counted from 1
 * @param place  key at fault: {@code feeds.customers.columns.born.formats}; empty for the file as a whole
 * @param rule   what is wrong and what would be right
 */
public record Mistake(Path file, int line, int column, String place, String rule) {

    /** The mistake in one line, as editors and people read it: {@code crm.yaml:12:7: feeds.customers: …}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s%s".formatted(file, line, column, place.isEmpty() ? "" : place + ": ", rule);
    }
}
