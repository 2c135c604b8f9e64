package zhiyin.staging;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Takes the declared columns out of JSON objects: top-level fields by their name, others by a path such as {@code address.city}. */
class JsonObject {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_SEEN = 1_000;

    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> parents = new HashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    JsonObject(List<String> declared) {
        for (String column : declared) {
            columns.put(column, columns.size());
            for (int dot = column.indexOf('.'); dot > 0; dot = column.indexOf('.', dot + 1)) {
                parents.add(column.substring(0, dot));
            }
        }
    }

    /** Names that the objects read so far had. */
    Set<String> seen() {
        return seen;
    }

    /** The values of the declared columns; null when the text is no object. */
    @Nullable
    String @Nullable [] read(String text) {
        @Nullable
        String[] values = new @Nullable String[columns.size()];
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            fields(parser, "", values);
            return parser.nextToken() == null ? values : null;
        } catch (JacksonException broken) {
            return null;
        }
    }

    private void fields(JsonParser parser, String parent, @Nullable String[] values) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parent + parser.currentName();
            JsonToken token = parser.nextToken();
            Integer column = columns.get(name);
            if (column == null && token == JsonToken.START_OBJECT && parents.contains(name)) {
                fields(parser, name + ".", values);
            } else {
                if (token != JsonToken.VALUE_NULL || !parents.contains(name)) {
                    note(name);
                }
                if (column == null) {
                    parser.skipChildren();
                } else {
                    values[column] = value(parser, token);
                }
            }
        }
    }

    private void note(String name) {
        if (seen.size() < MOST_SEEN || columns.containsKey(name)) {
            seen.add(name);
        }
    }

    /** Numbers and truths as they are written; lists and objects as JSON. */
    private static @Nullable String value(JsonParser parser, JsonToken token) {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isStructStart()) {
            return parser.getString();
        }
        StringWriter json = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(json)) {
            copy.copyCurrentStructure(parser);
        }
        return json.toString();
    }
}
