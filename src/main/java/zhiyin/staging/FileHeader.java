package zhiyin.staging;

import java.util.List;

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

    int width() {
        return names.size();
    }
}
