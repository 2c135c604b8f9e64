package zhiyin.source;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import com.fasterxml.jackson.annotation.JsonFormat;

/** Finds keys that the records of a declaration do not have, and values that are none of theirs: all of them at once. */
class ShapeCheck {

    private final Mistakes mistakes;

    ShapeCheck(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** Compares a part of a file with what it declares. */
    void check(String place, Node node, Type type) {
        if (node.getTag().equals(Tag.NULL)) {
            return; // what must be there is told by those who know what it is for
        }
        switch (type) {
            case ParameterizedType generic when generic.getRawType() == List.class ->
                list(place, node, generic.getActualTypeArguments()[0], false);
            case ParameterizedType generic when Map.class.isAssignableFrom((Class<?>) generic.getRawType()) ->
                map(place, node, generic.getActualTypeArguments()[1]);
            case Class<?> known when known.isRecord() -> record(place, node, known);
            case Class<?> known -> scalar(place, node, known);
            default -> throw new IllegalStateException("Declarations have nothing of the type " + type);
        }
    }

    private void list(String place, Node node, Type element, boolean mayBeSingle) {
        if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                check(place + "[" + i + "]", sequence.getValue().get(i), element);
            }
        } else if (mayBeSingle && node instanceof ScalarNode) {
            check(place, node, element);
        } else {
            mistakes.add(place, "a list is needed, such as [a, b]");
        }
    }

    private void map(String place, Node node, Type value) {
        if (isMapping(place, node) && node instanceof MappingNode mapping) {
            keys(place, mapping);
            mapping.getValue().forEach(entry -> check(YamlTree.below(place, YamlTree.key(entry)), entry.getValueNode(),
                    value));
        }
    }

    private void record(String place, Node node, Class<?> type) {
        if (type == FieldMapping.class && node instanceof ScalarNode || !isMapping(place, node)
                || !(node instanceof MappingNode mapping)) {
            return;
        }
        Map<String, RecordComponent> known = DeclaredKeys.of(type);
        keys(place, mapping);
        for (NodeTuple entry : mapping.getValue()) {
            String key = YamlTree.key(entry);
            String below = YamlTree.below(place, key);
            RecordComponent component = known.get(key);
            if (component == null) {
                mistakes.add(below, DeclaredKeys.unknown(key, known.keySet()));
            } else {
                component(below, entry.getValueNode(), component);
            }
        }
    }

    private void component(String place, Node node, RecordComponent component) {
        boolean mayBeSingle = component.isAnnotationPresent(JsonFormat.class)
                || component.getAccessor().isAnnotationPresent(JsonFormat.class);
        if (mayBeSingle && component.getGenericType() instanceof ParameterizedType generic
                && !node.getTag().equals(Tag.NULL)) {
            list(place, node, generic.getActualTypeArguments()[0], true);
        } else {
            check(place, node, component.getGenericType());
        }
    }

    private boolean isMapping(String place, Node node) {
        if (!(node instanceof MappingNode)) {
            mistakes.add(place, "keys and values are needed here, such as { key: value }");
        }
        return node instanceof MappingNode;
    }

    private void keys(String place, MappingNode mapping) {
        Set<String> seen = new HashSet<>();
        mapping.getValue().stream().filter(entry -> !seen.add(YamlTree.key(entry)))
                .forEach(entry -> mistakes.add(YamlTree.below(place, YamlTree.key(entry)),
                        "this key stands here twice: again on line %d"
                                .formatted(YamlTree.Position.of(entry.getKeyNode().getStartMark()).line())));
    }

    private void scalar(String place, Node node, Class<?> type) {
        if (node instanceof ScalarNode scalar) {
            DeclaredValue.mistakeIn(scalar.getValue(), type).ifPresent(rule -> mistakes.add(place, rule));
        } else {
            mistakes.add(place, "a single value is needed here");
        }
    }
}
