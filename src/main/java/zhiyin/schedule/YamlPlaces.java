package zhiyin.schedule;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where the values of a YAML file stand, so that a mistake names its line.
 *
 * @param file  the file
 * @param lines lines by JSON pointer
 */
record YamlPlaces(Path file, Map<String, Integer> lines) {

    static YamlPlaces of(Path file, YAMLMapper yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = yaml.createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return new YamlPlaces(file, lines);
    }

    /** File, line and key of a value; the line of the nearest that holds it when it is missing. */
    String place(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return "%s:%d: %s".formatted(file, lines.getOrDefault(nearest, 1),
                pointer.isEmpty() ? "schedules" : pointer.substring(1).replace('/', '.'));
    }
}
