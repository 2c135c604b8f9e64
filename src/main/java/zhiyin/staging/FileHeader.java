package zhiyin.staging;

import java.nio.charset.Charset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;
import zhiyin.staging.CsvRows.CsvRow;

/**
 * Where the declared columns are in a file, and how wide its rows must be.
 *
 * @param line      line that it stands on
 * @param names     names of the file's columns
 * @param positions where each declared column is; -1 when it is not there
 * @param regions   where the region of each declared column is; -1 when it has none
 * @param missing   required columns that are not there
 */
record FileHeader(long line, List<String> names, int[] positions, int[] regions, List<String> missing) {

    private static final char REPLACEMENT = '\uFFFD';

    static FileHeader of(CsvRow row, Feed feed) {
        List<String> names = row.values().stream().map(FileHeader::printable).toList();
        List<String> declared = List.copyOf(feed.columns().keySet());
        return new FileHeader(row.line(), names, declared.stream().mapToInt(names::indexOf).toArray(),
                declared.stream().mapToInt(column -> regionOf(feed, column, names)).toArray(),
                declared.stream().filter(column -> feed.column(column).required() && !names.contains(column)).toList());
    }

    /** Names go into messages, which no control character may reach. */
    private static String printable(String name) {
        return name.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    private static int regionOf(Feed feed, String column, List<String> names) {
        String region = feed.column(column).region();
        return region == null ? -1 : names.indexOf(region);
    }

    /** Whether a row has a good value for each column; what is wrong goes to the faults. */
    boolean isWhole(CsvRow row, Charset charset, Faults faults) {
        int width = row.values().size();
        if (width != names.size()) {
            faults.add(row.line(), width < names.size() ? names.get(width) : null,
                    width < names.size() ? RejectReason.MISSING_COLUMN : RejectReason.EXTRA_COLUMN,
                    "%d fields where the header has %d".formatted(width, names.size()));
            return false;
        }
        for (int i = 0; i < width; i++) {
            String wrong = wrongCharacters(row.values().get(i), charset);
            if (wrong != null) {
                faults.add(row.line(), names.get(i), RejectReason.ENCODING, wrong);
                return false;
            }
        }
        return true;
    }

    private static @Nullable String wrongCharacters(String value, Charset charset) {
        if (value.indexOf(REPLACEMENT) >= 0) {
            return "bytes that %s does not have".formatted(charset);
        }
        for (int i = 0; i < value.length(); i++) {
            if (isControl(value.charAt(i))) {
                return "a control character, U+%04X".formatted((int) value.charAt(i));
            }
        }
        return null;
    }

    private static boolean isControl(char character) {
        return Character.isISOControl(character) && character != '\t' && character != '\r' && character != '\n';
    }
}
