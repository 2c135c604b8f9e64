package zhiyin.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A YAML file with the lines and columns that its keys stand on. */
class YamlTree {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setUseMarks(true).build();

    private final @Nullable Node root;
    private final Map<String, Position> positions = new HashMap<>();

    private YamlTree(@Nullable Node root) {
        this.root = root;
        if (root != null) {
            note("", root);
        }
    }

    /** A place in a file, counted from 1. */
    record Position(int line, int column) {

        static Position of(Optional<Mark> mark) {
            return mark.map(at -> new Position(at.getLine() + 1, at.getColumn() + 1)).orElse(new Position(1, 1));
        }
    }

    /** A text that is no YAML. */
    static class NoYamlException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final int column;

        NoYamlException(Position at, String problem) {
            super(problem);
            this.line = at.line();
            this.column = at.column();
        }

        Position at() {
            return new Position(line, column);
        }
    }

    static YamlTree of(String text) throws NoYamlException {
        try {
            return new YamlTree(new Compose(SETTINGS).composeString(text).orElse(null));
        } catch (MarkedYamlEngineException broken) {
            throw new NoYamlException(Position.of(broken.getProblemMark()), String.valueOf(broken.getProblem()));
        }
    }

    /** Nothing but the place where a file stops being YAML. */
    static YamlTree at(Position position) {
        YamlTree broken = new YamlTree(null);
        broken.positions.put("", position);
        return broken;
    }

    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    /** Where a key stands, or the nearest one above it that is there. */
    Position positionOf(String place) {
        String nearest = place;
        while (!positions.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        return positions.getOrDefault(nearest, new Position(1, 1));
    }

    private void note(String place, Node node) {
        positions.putIfAbsent(place, Position.of(node.getStartMark()));
        switch (node) {
            case MappingNode mapping -> mapping.getValue().forEach(entry -> noteEntry(place, entry));
            case SequenceNode sequence -> {
                for (int i = 0; i < sequence.getValue().size(); i++) {
                    note(place + "[" + i + "]", sequence.getValue().get(i));
                }
            }
            default -> {
                // a scalar has nothing below it
            }
        }
    }

    private void noteEntry(String place, NodeTuple entry) {
        String below = below(place, key(entry));
        positions.putIfAbsent(below, Position.of(entry.getKeyNode().getStartMark()));
        note(below, entry.getValueNode());
    }

    static String key(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    static String below(String place, String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
