package zhiyin.stores;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import org.springframework.util.unit.DataSize;

import com.sun.management.OperatingSystemMXBean;

/** Refuses to start stores on a machine that is too small for them, before anything is started. */
final class Capacity {

    private Capacity() {}

    static void require(DataSize memory, DataSize disk, Path folder) {
        requireDisk(disk, folder);
        availableMemory().ifPresent(available -> requireMemory(memory, DataSize.ofBytes(available)));
    }

    static void requireMemory(DataSize needed, DataSize available) {
        if (available.toBytes() < needed.toBytes()) {
            throw new StoreException("The stores need %d MB of memory, and %d MB are free.".formatted(
                    needed.toMegabytes(), available.toMegabytes()),
                    "End other programs, or make the stores smaller with zhiyin.stores.neo4j.heap, "
                            + "zhiyin.stores.neo4j.page-cache and zhiyin.stores.elasticsearch.heap.");
        }
    }

    static void requireDisk(DataSize needed, Path folder) {
        try {
            DataSize free = DataSize.ofBytes(Files.getFileStore(folder).getUsableSpace());
            if (free.toBytes() < needed.toBytes()) {
                throw new StoreException("The stores need %d MB of disk, and %d MB are free where %s is.".formatted(
                        needed.toMegabytes(), free.toMegabytes(), folder),
                        "Make room there, or keep the stores elsewhere with zhiyin.stores.directory.");
            }
        } catch (IOException failed) {
            throw new StoreException("The free disk space of %s cannot be read: %s.".formatted(folder, failed),
                    "Make that folder readable.", failed);
        }
    }

    /** What Linux can give without swapping, or what the container may have; elsewhere nobody can say. */
    private static OptionalLong availableMemory() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .map(bytes -> Math.min(bytes, system.getTotalMemorySize())).findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
