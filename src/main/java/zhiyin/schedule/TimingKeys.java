package zhiyin.schedule;

import java.nio.file.FileSystems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * The keys that say when a schedule runs, of which there is exactly one kind.
 *
 * @param map keys of the schedule
 */
record TimingKeys(YamlMap map) {

    private static final List<String> KINDS = List.of("cron", "after", "files");
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration USUAL = Duration.ofMinutes(1);

    /** What they say; null when that was refused. */
    @Nullable
    Timing timing() {
        List<String> given = KINDS.stream().filter(map::has).toList();
        if (given.size() != 1) {
            map.refuse(given.size() < 2 ? "cron" : given.get(1),
                    "exactly one of cron, after and files is needed");
            return null;
        }
        refuseStray("zone", "cron");
        refuseStray("every", "files");
        return switch (given.getFirst()) {
            case "cron" -> byCron();
            case "after" -> map.text("after").map(Timing.After::new).orElse(null);
            default -> onFiles();
        };
    }

    private void refuseStray(String key, String owner) {
        if (map.has(key) && !map.has(owner)) {
            map.refuse(key, "is for schedules with %s".formatted(owner));
        }
    }

    private @Nullable Timing byCron() {
        Optional<ZoneId> zone = map.text("zone").flatMap(this::zone);
        if (!map.has("zone")) {
            map.refuse("zone", "a time zone is needed, such as Asia/Taipei");
        }
        Optional<Cron> cron = map.text("cron").flatMap(text -> cron(text, zone.orElse(ZoneId.of("UTC"))));
        return cron.isPresent() && zone.isPresent() ? new Timing.ByCron(cron.get()) : null;
    }

    private Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            map.refuse("zone", "'%s' is no time zone; one such as Asia/Taipei is needed".formatted(name));
            return Optional.empty();
        }
    }

    private Optional<Cron> cron(String expression, ZoneId zone) {
        try {
            return Optional.of(Cron.of(expression, zone));
        } catch (IllegalArgumentException mistaken) {
            map.refuse("cron", "%s; six fields are needed, seconds first, such as \"0 30 2 * * *\""
                    .formatted(mistaken.getMessage()));
            return Optional.empty();
        }
    }

    private @Nullable Timing onFiles() {
        Duration every = map.has("every") ? map.text("every").flatMap(this::every).orElse(USUAL) : USUAL;
        return map.text("files").filter(this::isGlob).map(glob -> new Timing.OnFiles(glob, every)).orElse(null);
    }

    private Optional<Duration> every(String text) {
        try {
            Duration every = DurationStyle.SIMPLE.parse(text);
            if (every.compareTo(SHORTEST) >= 0) {
                return Optional.of(every);
            }
        } catch (IllegalArgumentException unreadable) {
            map.refuse("every", "'%s' is no duration; one such as 1m is needed".formatted(text));
            return Optional.empty();
        }
        map.refuse("every", "10s is the shortest");
        return Optional.empty();
    }

    private boolean isGlob(String text) {
        try {
            FileSystems.getDefault().getPathMatcher("glob:" + text);
            return true;
        } catch (PatternSyntaxException mistaken) {
            map.refuse("files", "not a glob: %s".formatted(mistaken.getDescription()));
            return false;
        }
    }
}
