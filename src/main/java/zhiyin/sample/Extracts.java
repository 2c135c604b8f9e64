package zhiyin.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of all feeds while they are written, and what was broken in them. */
final class Extracts implements AutoCloseable {

    private final Path out;
    private final Breakage breakage;
    private final Map<String, ExtractFile> files = new LinkedHashMap<>();
    private final Map<Fault, Map<String, Long>> faults = new EnumMap<>(Fault.class);
    private final ExtractFile truth;

    Extracts(Path out, Calendar calendar, Breakage breakage) {
        this.out = out;
        this.breakage = breakage;
        Map<String, Feed> planned = planned(calendar);
        refuseLeftovers(planned);
        planned.forEach((path, feed) -> files.put(path,
                new ExtractFile(out.resolve(path), feed.columns().toArray(String[]::new))));
        truth = new ExtractFile(out.resolve(Truth.FILE), Truth.HEADER);
    }

    void write(Feed feed, String... cells) {
        write(feed.path() + ".csv", feed, cells);
    }

    void write(Feed feed, YearMonth month, String... cells) {
        write(path(feed, month), feed, cells);
    }

    /** A party record and whose it is. */
    void writeParty(Feed feed, Person person, String... cells) {
        write(feed, cells);
        String[] sourceAndFeed = feed.path().split("/", -1);
        truth.write(person.key(), sourceAndFeed[0], sourceAndFeed[1], cells[0]);
    }

    /** A call, now and then from a number that no system knows. */
    void writeCall(YearMonth month, String strangeSubscriber, String... cells) {
        if (breakage.isStrangeCaller()) {
            cells[Feed.CALLS.columns().indexOf("subscriber_no")] = strangeSubscriber;
            file(path(Feed.CALLS, month)).write(cells);
            count(Fault.UNKNOWN_CALLER, path(Feed.CALLS, month));
        } else {
            write(Feed.CALLS, month, cells);
        }
    }

    /** Gives all files their names, the truth last, and says what is in them. */
    SampleSummary publish(int people) {
        try {
            close();
            Map<String, Long> rows = new TreeMap<>();
            for (Map.Entry<String, ExtractFile> file : files.entrySet()) {
                file.getValue().publish();
                rows.put(file.getKey(), file.getValue().rows());
            }
            truth.publish();
            rows.put(Truth.FILE, truth.rows());
            return new SampleSummary(people, rows, faults);
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot finish the files in %s: is the disk full?".formatted(out), fault);
        }
    }

    @Override
    public void close() throws IOException {
        for (ExtractFile file : files.values()) {
            file.close();
        }
        truth.close();
    }

    private void write(String path, Feed feed, String... cells) {
        ExtractFile file = file(path);
        breakage.planted(feed).ifPresentOrElse(kind -> {
            breakage.broken(kind, feed, cells).forEach(file::write);
            count(kind, path);
        }, () -> file.write(cells));
    }

    private ExtractFile file(String path) {
        ExtractFile file = files.get(path);
        if (file == null) {
            throw new IllegalStateException("No file %s was planned".formatted(path));
        }
        return file;
    }

    private void count(Fault kind, String path) {
        faults.computeIfAbsent(kind, first -> new TreeMap<>()).merge(path, 1L, Long::sum);
    }

    private static Map<String, Feed> planned(Calendar calendar) {
        Map<String, Feed> planned = new LinkedHashMap<>();
        for (Feed feed : Feed.values()) {
            if (feed.isMonthly()) {
                months(feed, calendar).forEach(month -> planned.put(path(feed, month), feed));
            } else {
                planned.put(feed.path() + ".csv", feed);
            }
        }
        return planned;
    }

    private static List<YearMonth> months(Feed feed, Calendar calendar) {
        return switch (feed) {
            case BILLS -> calendar.billMonths();
            case USAGE, EXPERIENCE -> calendar.usageMonths();
            default -> calendar.contactMonths();
        };
    }

    private static String path(Feed feed, YearMonth month) {
        return feed.path() + "-" + month + ".csv";
    }

    /** Months of another calendar would be loaded together with these, so they are not left lying. */
    private void refuseLeftovers(Map<String, Feed> planned) {
        try {
            Files.createDirectories(out);
            Files.deleteIfExists(out.resolve(Truth.FILE));
            for (String folder : List.of("crm", "billing", "network", "channel")) {
                Files.createDirectories(out.resolve(folder));
                try (Stream<Path> found = Files.list(out.resolve(folder))) {
                    found.filter(file -> file.toString().endsWith(".csv"))
                            .filter(file -> !planned.containsKey(folder + "/" + file.getFileName())).findFirst()
                            .ifPresent(Extracts::refuse);
                }
            }
        } catch (IOException fault) {
            throw new UncheckedIOException("Cannot prepare %s: make it writable".formatted(out), fault);
        }
    }

    private static void refuse(Path file) {
        throw new IllegalArgumentException(
                "%s is not a file of this run and would be mixed with it: empty the folder or name another"
                        .formatted(file));
    }
}
