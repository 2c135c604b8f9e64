package zhiyin.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tells the CPU seconds of processes with all that they started, also of those of their children that have ended. On a machine
 * that others use as well they are the fair figure.
 */
final class CpuClock {

    /** What Linux counts a second of CPU in, for programs. */
    private static final double TICKS = 100;
    private static final int PARENT = 1;
    private static final List<Integer> TIMES = List.of(11, 12, 13, 14);

    private final long root;
    private final String mark;

    /**
     * A clock.
     *
     * @param root a process
     * @param mark a text in the command lines of further processes, such as the folder that stores keep their files in
     */
    CpuClock(long root, Path mark) {
        this.root = root;
        this.mark = mark.toAbsolutePath().toString();
    }

    private record Running(long parent, double seconds, boolean isMarked) {}

    /** CPU seconds so far, in user and kernel mode. */
    double seconds() {
        Map<Long, Running> all = new HashMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            processes.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .forEach(process -> read(process, all));
        } catch (IOException elsewhere) {
            throw new IllegalStateException("CPU seconds are known on Linux only", elsewhere);
        }
        return all.entrySet().stream().filter(process -> belongs(process.getKey(), all))
                .mapToDouble(process -> process.getValue().seconds()).sum();
    }

    /** A process that ends meanwhile is counted by its parent, which has waited for it. */
    private void read(Path process, Map<Long, Running> all) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = TIMES.stream().mapToLong(at -> Long.parseLong(fields[at])).sum();
            String command = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8);
            all.put(Long.parseLong(process.getFileName().toString()),
                    new Running(Long.parseLong(fields[PARENT]), ticks / TICKS, command.contains(mark)));
        } catch (IOException ended) {
            all.remove(Long.parseLong(process.getFileName().toString()));
        }
    }

    private boolean belongs(long process, Map<Long, Running> all) {
        long at = process;
        for (Running running = all.get(at); running != null; running = all.get(at)) {
            // this program names the folder as well
            if (at == root || running.isMarked() && at != ProcessHandle.current().pid()) {
                return true;
            }
            at = running.parent();
        }
        return false;
    }
}
