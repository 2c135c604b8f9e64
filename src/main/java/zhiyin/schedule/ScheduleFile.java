package zhiyin.schedule;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import zhiyin.declaration.YamlPlaces;
import zhiyin.model.InvalidDeclarationException;
import zhiyin.model.LocalizedText;

/** Reads {@code etl/schedules.yaml} and finds its mistakes. */
class ScheduleFile {

    private static final YAMLMapper YAML = YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final List<String> KEYS = List.of("description", "run", "feeds", "full", "cron", "zone", "after",
            "files", "every", "catchUp", "paused", "retries");
    private static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hans", "en");
    private static final int MOST_RETRIES = 100;

    private final YamlPlaces places;
    private final Map<String, ScheduledWork> works;
    private final List<String> mistakes = new ArrayList<>();

    private ScheduleFile(YamlPlaces places, List<ScheduledWork> works) {
        this.places = places;
        this.works = works.stream().collect(toMap(ScheduledWork::name, work -> work));
    }

    /**
     * The schedules of a file, in its order; none when there is no such file.
     *
     * @throws InvalidDeclarationException when there is a mistake; all mistakes are told
     */
    static List<DeclaredSchedule> read(Path file, List<ScheduledWork> works) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return new ScheduleFile(YamlPlaces.of(file, YAML), works).declared(YAML.readTree(file.toFile()));
        } catch (JacksonException unreadable) {
            TokenStreamLocation at = unreadable.getLocation();
            throw new InvalidDeclarationException(List.of("%s:%d: not YAML as it must be: %s".formatted(file,
                    at == null ? 1 : at.getLineNr(), unreadable.getOriginalMessage().replaceAll("\\s+", " "))));
        }
    }

    private List<DeclaredSchedule> declared(JsonNode root) {
        YamlMap schedules = new YamlMap("", root, this::refuse).withKeys(List.of("schedules")).map("schedules");
        if (!schedules.node().isObject()) {
            refuse("/schedules", "a map of schedules by name is needed");
        }
        List<DeclaredSchedule> declared = new ArrayList<>();
        schedules.node().propertyNames().forEach(name -> declared(name, schedules.map(name)).ifPresent(declared::add));
        refuseUnknownAndCircles(schedules);
        if (!mistakes.isEmpty()) {
            throw new InvalidDeclarationException(mistakes);
        }
        return List.copyOf(declared);
    }

    private Optional<DeclaredSchedule> declared(String name, YamlMap map) {
        if (!name.matches(NAME)) {
            refuse(map.pointer(), "a name of lower-case letters, digits and - is needed, such as nightly-load");
        }
        map.withKeys(KEYS);
        Timing timing = new TimingKeys(map).timing();
        Optional<String> work = work(map);
        if (timing == null || work.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeclaredSchedule(name, description(map), work.get(), map.texts("feeds"),
                map.flag("full"), timing, catchUp(map, timing), map.flag("paused"),
                map.number("retries", MOST_RETRIES)));
    }

    private Optional<String> work(YamlMap map) {
        Optional<String> name = map.text("run");
        ScheduledWork work = name.map(works::get).orElse(null);
        if (work == null) {
            map.refuse("run", "one of %s is needed".formatted(works.keySet().stream().sorted().toList()));
            return Optional.empty();
        }
        List<String> feeds = map.texts("feeds");
        String mistake = feeds.isEmpty() ? null : work.mistakeIn(feeds);
        if (mistake != null) {
            map.refuse("feeds", mistake);
        }
        return name;
    }

    private static CatchUp catchUp(YamlMap map, Timing timing) {
        Map<String, CatchUp> policies = new LinkedHashMap<>();
        policies.put("none", CatchUp.NONE);
        policies.put("latest", CatchUp.LATEST);
        policies.put("all", CatchUp.ALL);
        if (!map.has("catchUp")) {
            return CatchUp.NONE;
        }
        CatchUp policy = policies.get(map.get("catchUp").asString(""));
        if (policy == null) {
            map.refuse("catchUp", "one of %s is needed".formatted(policies.keySet()));
        }
        if (!(timing instanceof Timing.ByCron)) {
            map.refuse("catchUp", "is for schedules with cron; others miss nothing that could be caught up");
        }
        return policy == null ? CatchUp.NONE : policy;
    }

    private static @Nullable LocalizedText description(YamlMap map) {
        if (!map.get("description").isObject()) {
            return map.text("description").map(text -> new LocalizedText(text, text, text)).orElse(null);
        }
        YamlMap texts = map.map("description").withKeys(LANGUAGES);
        LANGUAGES.stream().filter(language -> !texts.has(language))
                .forEach(language -> texts.refuse(language, "a text is needed"));
        return new LocalizedText(texts.text("zh-Hant").orElse(""), texts.text("zh-Hans").orElse(""),
                texts.text("en").orElse(""));
    }

    private void refuseUnknownAndCircles(YamlMap schedules) {
        Set<String> names = Set.copyOf(schedules.node().propertyNames());
        for (String name : names.stream().sorted().toList()) {
            String before = before(schedules, name);
            if (before != null && !names.contains(before)) {
                schedules.map(name).refuse("after", "no schedule '%s' is declared".formatted(before));
            } else if (before != null && leadsBackTo(name, before, schedules, names.size())) {
                schedules.map(name).refuse("after", "'%s' waits for '%s' in the end, so neither would run"
                        .formatted(before, name));
            }
        }
    }

    private static boolean leadsBackTo(String name, String before, YamlMap schedules, int most) {
        String at = before;
        for (int step = 0; at != null && step < most; step++) {
            if (at.equals(name)) {
                return true;
            }
            at = before(schedules, at);
        }
        return false;
    }

    private static @Nullable String before(YamlMap schedules, String name) {
        JsonNode after = schedules.get(name).path("after");
        return after.isString() ? after.asString() : null;
    }

    private void refuse(String pointer, String rule) {
        mistakes.add(
                "%s: %s".formatted(pointer.isEmpty() ? places.line(pointer) + ": schedules" : places.place(pointer),
                        rule));
    }
}
