package zhiyin.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes of one file. Of a key that is wrong already nothing more is told. */
class Mistakes {

    private final Path file;
    private final YamlTree tree;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(Path file, YamlTree tree) {
        this.file = file;
        this.tree = tree;
    }

    void add(String place, String rule) {
        if (found.stream().noneMatch(earlier -> earlier.place().equals(place))) {
            YamlTree.Position at = tree.positionOf(place);
            found.add(new Mistake(file, at.line(), at.column(), place, rule));
        }
    }

    List<Mistake> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column)).toList();
    }
}
