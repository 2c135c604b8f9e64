package zhiyin.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import zhiyin.model.InvalidDeclarationException;

/**
 * The schedules in force. The file is read when the hub starts, and again when it has changed since somebody last asked: then a
 * file with mistakes changes nothing but {@link #mistakes()}.
 */
@Component
class Schedules {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.schedule");

    private final Path file;
    private final List<ScheduledWork> works;
    private final Overrides overrides;
    private Read read;

    /** What was read, when the file had this stamp. */
    private record Read(String stamp, List<DeclaredSchedule> declared, List<String> mistakes) {}

    Schedules(@Value("${zhiyin.etl}") Path etl, List<ScheduledWork> works, Overrides overrides) {
        this.file = etl.resolve("schedules.yaml");
        this.works = works;
        this.overrides = overrides;
        this.read = new Read(stamp(), ScheduleFile.read(file, works), List.of());
    }

    /** All of them, in the order of the file. */
    List<ScheduleInForce> all() {
        Map<String, ScheduleOverride> set = overrides.all();
        return current().declared().stream().map(declared -> new ScheduleInForce(declared, set.get(declared.name())))
                .toList();
    }

    Optional<ScheduleInForce> find(String name) {
        return all().stream().filter(schedule -> schedule.name().equals(name)).findFirst();
    }

    /** What is wrong with the file as it is now; empty when it is in force. */
    List<String> mistakes() {
        return current().mistakes();
    }

    private synchronized Read current() {
        String stamp = stamp();
        if (!stamp.equals(read.stamp())) {
            read = again(stamp);
        }
        return read;
    }

    private Read again(String stamp) {
        try {
            List<DeclaredSchedule> declared = ScheduleFile.read(file, works);
            LOG.info("Read {} again: {} schedules", file, declared.size());
            return new Read(stamp, declared, List.of());
        } catch (InvalidDeclarationException mistaken) {
            String mistakes = String.valueOf(mistaken.getMessage());
            LOG.error("{} was changed and has mistakes; the schedules stay as they were.{}{}", file,
                    System.lineSeparator(), mistakes);
            return new Read(stamp, read.declared(), mistakes.lines().toList());
        }
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file) + " " + Files.size(file);
        } catch (NoSuchFileException none) {
            return "none";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
