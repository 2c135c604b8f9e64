package zhiyin.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the single values of a declaration may be. */
final class DeclaredValue {

    private DeclaredValue() {}

    /** What is wrong with a value for something of a type. */
    static Optional<String> mistakeIn(String value, Class<?> type) {
        if (type.isEnum()) {
            List<String> words = words(type);
            return words.contains(value)
                    ? Optional.empty()
                    : Optional.of("'%s' is not one of %s".formatted(value, words));
        }
        if (type == boolean.class || type == Boolean.class) {
            return told(value.equals("true") || value.equals("false"), "'%s' is neither true nor false", value);
        }
        if (type == Character.class) {
            return told(value.length() == 1, "'%s' is not one character", value);
        }
        if (type == ZoneId.class) {
            return told(isZone(value), "'%s' is no time zone; an example is Asia/Taipei", value);
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return told(isNumber(value), "'%s' is no number", value);
        }
        return Optional.empty();
    }

    private static Optional<String> told(boolean right, String rule, String value) {
        return right ? Optional.empty() : Optional.of(rule.formatted(value));
    }

    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> field.isEnumConstant()).map(field -> {
            JsonProperty word = field.getAnnotation(JsonProperty.class);
            return word == null ? field.getName() : word.value();
        }).toList();
    }

    private static boolean isZone(String value) {
        try {
            return !ZoneId.of(value).getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }

    private static boolean isNumber(String value) {
        try {
            return new BigDecimal(value).precision() > 0;
        } catch (NumberFormatException none) {
            return false;
        }
    }
}
