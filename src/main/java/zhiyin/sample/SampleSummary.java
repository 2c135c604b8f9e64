package zhiyin.sample;

import java.util.Map;

/**
 * What was generated.
 *
 * @param people how many real people and organisations there are
 * @param rows data rows by file (a path under the folder asked for), broken rows and second copies included
 * @param faults rows broken on purpose, by kind and file
 */
public record SampleSummary(int people, Map<String, Long> rows, Map<Fault, Map<String, Long>> faults) {

    /** How many rows of this kind were broken, over all files. */
    public long planted(Fault kind) {
        return faults.getOrDefault(kind, Map.of()).values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many rows there are in all feeds, the truth not counted. */
    public long totalRows() {
        return rows.entrySet().stream().filter(file -> !file.getKey().equals(Truth.FILE))
                .mapToLong(Map.Entry::getValue).sum();
    }
}
