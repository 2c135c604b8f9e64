package zhiyin.declaration;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import tools.jackson.core.JsonParser;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Where the values of a YAML file stand, so that a mistake that is found after reading can still name its line.
 *
 * @param file  the file
 * @param lines lines by JSON pointer
 */
public record YamlPlaces(Path file, Map<String, Integer> lines) {

    /** The places of a file. */
    public static YamlPlaces of(Path file, YAMLMapper yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = yaml.createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return new YamlPlaces(file, lines);
    }

    /**
     * File, line and key of a value, as {@code etl/tags/catalogue.yaml:7: tags.0.key}; the line is of the nearest that holds it
     * when it is missing.
     */
    public String place(String pointer) {
        return line(pointer) + (pointer.isEmpty() ? "" : ": " + pointer.substring(1).replace('/', '.'));
    }

    /** File and line alone. */
    public String line(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return file + ":" + lines.getOrDefault(nearest, 1);
    }
}
