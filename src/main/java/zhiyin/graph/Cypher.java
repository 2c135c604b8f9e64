package zhiyin.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads statements that are kept beside their feature's classes, for those who read Cypher and not Java. */
public final class Cypher {

    private Cypher() {}

    /** The statement in the {@code .cypher} file of this name, in the package of a class. */
    public static String statement(Class<?> neighbour, String name) {
        try (InputStream file = neighbour.getResourceAsStream(name + ".cypher")) {
            if (file == null) {
                throw new IllegalStateException("No %s.cypher beside %s".formatted(name, neighbour.getName()));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
