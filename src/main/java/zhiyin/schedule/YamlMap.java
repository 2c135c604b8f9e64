package zhiyin.schedule;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;

/**
 * A map of a YAML file, read key by key. What is not as it must be is told with its pointer, and counts as absent.
 *
 * @param pointer where it stands
 * @param node    what is there
 * @param refuse  takes pointer and rule of each mistake
 */
record YamlMap(String pointer, JsonNode node, BiConsumer<String, String> refuse) {

    /** Refuses keys that nobody knows. */
    YamlMap withKeys(List<String> known) {
        if (!node.isObject()) {
            refuse.accept(pointer, "a map is needed, with keys of %s".formatted(known));
        }
        node.propertyNames().stream().filter(key -> !known.contains(key))
                .forEach(key -> refuse(key, "no such key; known are %s".formatted(known)));
        return this;
    }

    boolean has(String key) {
        return node.has(key);
    }

    JsonNode get(String key) {
        return node.path(key);
    }

    YamlMap map(String key) {
        return new YamlMap(pointer + "/" + key, node.path(key), refuse);
    }

    Optional<String> text(String key) {
        JsonNode value = node.path(key);
        boolean isText = value.isString() && !value.asString().isBlank();
        if (!isText && !value.isMissingNode()) {
            refuse(key, "a text is needed");
        }
        return isText ? Optional.of(value.asString()) : Optional.empty();
    }

    boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isBoolean() && !value.isMissingNode()) {
            refuse(key, "true or false is needed");
        }
        return value.isBoolean() && value.asBoolean();
    }

    int number(String key, int most) {
        JsonNode value = node.path(key);
        boolean isNumber = value.isInt() && value.asInt() >= 0 && value.asInt() <= most;
        if (!isNumber && !value.isMissingNode()) {
            refuse(key, "a whole number from 0 to %d is needed".formatted(most));
        }
        return isNumber ? value.asInt() : 0;
    }

    List<String> texts(String key) {
        JsonNode list = node.path(key);
        if (list.isMissingNode()) {
            return List.of();
        }
        boolean areTexts = list.isArray() && !list.isEmpty()
                && IntStream.range(0, list.size()).allMatch(i -> list.get(i).isString());
        if (!areTexts) {
            refuse(key, "a list of texts is needed, such as [crm, billing.bills]");
            return List.of();
        }
        return list.valueStream().map(JsonNode::asString).toList();
    }

    void refuse(String key, String rule) {
        refuse.accept(pointer + "/" + key, rule);
    }
}
