package zhiyin.tag;

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
record Lines(Path file, Map<String, Integer> lines) {

    static Lines of(Path file, YAMLMapper yaml) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = yaml.createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                lines.putIfAbsent(parser.streamReadContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        }
        return new Lines(file, lines);
    }

    /** File and line of a value; of the nearest that holds it when it is missing. */
    String place(String pointer) {
        String nearest = pointer;
        while (!nearest.isEmpty() && !lines.containsKey(nearest)) {
            nearest = nearest.substring(0, nearest.lastIndexOf('/'));
        }
        return file + ":" + lines.getOrDefault(nearest, 1);
    }
}
