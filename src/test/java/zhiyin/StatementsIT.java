package zhiyin;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/** Every statement that a store keeps as a constant or a file keeps, explained by a real graph. */
@ExtendWith(OwnNeo4j.class)
class StatementsIT {

    private static final Pattern CYPHER = Pattern.compile("(?s).*\\b(MATCH|MERGE)\\b.*");

    // A scan of an index in its order ends with the page; every other scan costs what the graph holds.
    private static final Pattern SCAN = Pattern.compile("CartesianProduct.*|(?!.*IndexScan in order).*Scan.*");

    private final Scene scene;

    StatementsIT(Scene scene) {
        this.scene = scene;
    }

    @Test
    void findNodesByAnIndexAndNeverByScanning() throws ReflectiveOperationException, IOException {
        assertThat(statements()).hasSizeGreaterThan(18)
                .allSatisfy((name, statement) -> assertThat(scene.operators(statement)).as(name)
                        .noneMatch(SCAN.asMatchPredicate()));
    }

    private static Map<String, String> statements() throws ReflectiveOperationException, IOException {
        Map<String, String> statements = inStores();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cypher")).toList()) {
                statements.put(file.toString(), Files.readString(file));
            }
        }
        return statements;
    }

    private static Map<String, String> inStores() throws ReflectiveOperationException {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile("zhiyin\\..*Store")));
        Map<String, String> statements = new TreeMap<>();
        for (var found : scanner.findCandidateComponents("zhiyin")) {
            Class<?> store = Class.forName(found.getBeanClassName());
            for (Field field : Arrays.asList(store.getDeclaredFields())) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                    field.setAccessible(true);
                    statements.put(store.getSimpleName() + "." + field.getName(), (String) field.get(null));
                }
            }
        }
        statements.values().removeIf(statement -> !CYPHER.matcher(statement).matches());
        return statements;
    }
}
