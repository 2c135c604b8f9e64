package zhiyin;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import zhiyin.graph.OwnNeo4j;
import zhiyin.graph.Scene;

import static org.assertj.core.api.Assertions.assertThat;

/** Every statement that a class keeps as a constant or a file keeps, explained by a real graph. */
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
        Map<String, String> statements = inClasses();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".cypher")).toList()) {
                statements.put(file.toString(), Files.readString(file));
            }
        }
        return statements;
    }

    private static Map<String, String> inClasses() throws ReflectiveOperationException {
        Map<String, String> statements = new TreeMap<>();
        for (JavaClass found : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("zhiyin")) {
            for (JavaField field : found.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(String.class)) {
                    statements.put(found.getName() + "." + field.getName(), value(field.reflect()));
                }
            }
        }
        statements.values().removeIf(statement -> !CYPHER.matcher(statement).matches());
        return statements;
    }

    private static String value(Field field) throws IllegalAccessException {
        field.setAccessible(true);
        return String.valueOf(field.get(null));
    }
}
