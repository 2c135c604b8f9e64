package zhiyin.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a column may be, told from some of its values and its name.
 *
 * @param name   its name
 * @param keys   keys of its declaration, with their values as YAML
 * @param unique whether no value stands there twice
 */
record ColumnDraft(String name, Map<String, String> keys, boolean unique) {

    private static final Pattern PERSONAL = Pattern.compile(
            ".*(name|birth|born|address|street|contact|姓名|生日|地址|住址).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_PERSON = Pattern.compile(
            ".*(product|plan|file|offer|store|city|country|campaign|company|brand).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile(".*(phone|mobile|msisdn|tel|手機|電話|手机|电话).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IDENTIFIER = Pattern.compile(
            ".*(national_?id|id_?no|id_?card|passport|tax_?id|身分證|身份证).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern BOOLEAN = Pattern.compile("true|false|yes|no|y|n|t|f", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTEGER = Pattern.compile("[+-]?(0|[1-9][0-9]{0,8})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,14}([.][0-9]{1,4})?");
    private static final Pattern DECIMAL_COMMA = Pattern
            .compile("[+-]?([0-9]{1,3}([.][0-9]{3})+|[0-9]{1,14})(,[0-9]{1,4})?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+[.][^\\s@]+");
    private static final Pattern NUMBER_OF_PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]{5,20}");

    static ColumnDraft of(String name, List<String> values) {
        List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
        Map<String, String> keys = new LinkedHashMap<>(type(name, given));
        if (!given.isEmpty() && given.size() == values.size()) {
            keys.put("required", "true");
        }
        String type = keys.getOrDefault("type", "text");
        if ((type.equals("text") || type.equals("date")) && PERSONAL.matcher(name).matches()
                && !NO_PERSON.matcher(name).matches()) {
            keys.put("personal", "true");
        }
        boolean unique = given.size() > 1 && given.size() == values.size()
                && new HashSet<>(given).size() == given.size();
        return new ColumnDraft(name, keys, unique);
    }

    private static Map<String, String> type(String name, List<String> given) {
        if (given.isEmpty()) {
            return Map.of("type", "text");
        }
        if (IDENTIFIER.matcher(name).matches()) {
            return Map.of("type", "identifier");
        }
        if (PHONE.matcher(name).matches() && most(given, NUMBER_OF_PHONE)) {
            return Map.of("type", "phone");
        }
        if (most(given, EMAIL)) {
            return Map.of("type", "email");
        }
        List<DateShape> shapes = DateShape.of(given);
        return shapes.isEmpty() ? plain(given) : dated(shapes);
    }

    private static Map<String, String> dated(List<DateShape> shapes) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("type", shapes.getFirst().isInstant() ? "datetime" : "date");
        keys.put("formats", shapes.stream().map(shape -> "\"" + shape.format() + "\"").toList().toString());
        return keys;
    }

    private static Map<String, String> plain(List<String> given) {
        // one in a hundred may be a slip, which the load refuses
        Predicate<Pattern> all = pattern -> given.stream().filter(value -> !pattern.matcher(value).matches())
                .count() * 100 <= given.size();
        if (all.test(BOOLEAN)) {
            return Map.of("type", "boolean");
        }
        if (all.test(INTEGER)) {
            return Map.of("type", "integer");
        }
        boolean zeros = given.stream().anyMatch(value -> value.matches("0[0-9]+"));
        boolean long15 = given.stream().anyMatch(value -> value.matches("[0-9]{10,}"));
        if (all.test(DECIMAL) && !zeros && !long15) {
            return Map.of("type", "decimal");
        }
        if (all.test(DECIMAL_COMMA) && given.stream().anyMatch(value -> value.contains(",")) && !zeros) {
            Map<String, String> keys = new LinkedHashMap<>();
            keys.put("type", "decimal");
            keys.put("point", "\",\"");
            keys.put("group", "\".\"");
            return keys;
        }
        return Map.of("type", "text");
    }

    private static boolean most(List<String> given, Pattern pattern) {
        return given.stream().filter(value -> pattern.matcher(value).matches()).count() * 10 >= given.size() * 9L;
    }

    boolean is(String type) {
        return type.equals(keys.get("type"));
    }

    boolean isNamed(String pattern) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "").matches(pattern);
    }

    /** The column as a line of YAML. */
    String line(boolean isKey) {
        List<String> parts = new ArrayList<>();
        keys.forEach((key, value) -> parts.add(key + ": " + value));
        if (isKey) {
            parts.add("unique: true");
        }
        return "%s: { %s }".formatted(Yaml.key(name), String.join(", ", parts));
    }
}
