package zhiyin.staging;

import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns of a CSV file.
 *
 * @param names     their names, without the nameless ones that spreadsheets put at the end
 * @param width     how many fields the header has, nameless ones included
 * @param positions for each named column of the file its place among those that are declared, or -1
 */
record CsvHeader(List<String> names, int width, int[] positions) {

    static CsvHeader of(@Nullable String[] fields, List<String> declared) {
        List<String> names = names(fields);
        return new CsvHeader(names, fields.length, names.stream().mapToInt(declared::indexOf).toArray());
    }

    /** The names among the fields of a header. */
    static List<String> names(@Nullable String[] fields) {
        int named = fields.length;
        while (named > 1 && printable(fields[named - 1]).isEmpty()) {
            named--;
        }
        return Arrays.stream(fields, 0, named).map(CsvHeader::printable).toList();
    }

    /** Names go into messages, which no control character may reach. */
    private static String printable(@Nullable String name) {
        return name == null ? "" : name.strip().replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    CsvRow.@Nullable Fault widthFault(int found) {
        if (found < names.size()) {
            return new CsvRow.Fault(names.get(found), RejectReason.MISSING_COLUMN, widths(found));
        }
        return found > width ? new CsvRow.Fault(null, RejectReason.EXTRA_COLUMN, widths(found)) : null;
    }

    private String widths(int found) {
        return "%d fields where the header has %d".formatted(found, names.size());
    }
}
