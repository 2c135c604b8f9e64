package zhiyin.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

import zhiyin.staging.Accounts.FileAccount;
import zhiyin.staging.Accounts.VanishedRecords;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

/**
 * What a load made of one feed. Every row came to exactly one thing: read = rejected + added + changed + unchanged + closed.
 *
 * @param source    system that delivered it
 * @param feed      feed of that source
 * @param files     its files
 * @param read      rows that they have
 * @param rejected  rows that were refused
 * @param added     rows that brought a record that was not known
 * @param changed   rows that changed a record, or brought one back
 * @param unchanged rows that changed nothing
 * @param closed    rows that said that a record is no more
 * @param vanished  records of a snapshot that were closed because no row has them any more
 */
public record LoadFeed(String source, String feed, List<FileAccount> files, long read, long rejected, long added,
        long changed,
        long unchanged, long closed, long vanished) {

    /** The accounts of a load's files and of what vanished, put together by feed. */
    static List<LoadFeed> of(List<FileAccount> files, List<VanishedRecords> vanished) {
        Map<String, List<FileAccount>> byFeed = new TreeMap<>();
        files.forEach(file -> byFeed.computeIfAbsent(file.source() + "." + file.feed(), name -> new ArrayList<>())
                .add(file));
        Map<String, Long> gone = vanished.stream()
                .collect(groupingBy(each -> each.source() + "." + each.feed(), summingLong(VanishedRecords::closed)));
        gone.keySet().forEach(name -> byFeed.computeIfAbsent(name, none -> new ArrayList<>()));
        return byFeed.entrySet().stream()
                .map(feed -> of(feed.getKey(), feed.getValue(), gone.getOrDefault(feed.getKey(), 0L))).toList();
    }

    private static LoadFeed of(String fullName, List<FileAccount> files, long vanished) {
        String[] name = fullName.split("[.]", 2);
        return new LoadFeed(name[0], name[1], files, sum(files, FileAccount::read), sum(files, FileAccount::rejected),
                sum(files, FileAccount::added), sum(files, FileAccount::changed), sum(files, FileAccount::unchanged),
                sum(files, FileAccount::closed), vanished);
    }

    private static long sum(List<FileAccount> files, ToLongFunction<FileAccount> number) {
        return files.stream().mapToLong(number).sum();
    }
}
