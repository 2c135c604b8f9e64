package zhiyin.source;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The keys that a record has in YAML. */
final class DeclaredKeys {

    private static final int NEAR = 3;

    private DeclaredKeys() {}

    static Map<String, RecordComponent> of(Class<?> type) {
        Map<String, RecordComponent> keys = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                keys.putAll(of(component.getType()));
            } else {
                JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
                keys.put(renamed == null ? component.getName() : renamed.value(), component);
            }
        }
        return keys;
    }

    /** What to say of a key that is none of those that are known. */
    static String unknown(String key, Collection<String> known) {
        return known.stream().filter(each -> distance(key, each) <= Math.min(NEAR, each.length() / 2))
                .min(Comparator.comparingInt(each -> distance(key, each)))
                .map(near -> "'%s' is not a key here; did you mean '%s'?".formatted(key, near))
                .orElse("'%s' is not a key here; there are %s".formatted(key, known));
    }

    /** How many letters must be put in, taken out or changed to make one word of the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1))
                        ? 0
                        : 1;
                row[j] = Math.min(above[j - 1] + changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[other.length()];
    }
}
