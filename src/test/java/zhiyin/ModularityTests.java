package zhiyin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

    private static final List<String> USED_BY_ALL = List.of("model", "relay");

    private final ApplicationModules modules = ApplicationModules.of(Zhiyin.class);

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresWhatItUses() {
        assertThat(names()).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(declared(name)).as(name).isNotNull());
    }

    @Test
    void theDiagramOfTheArchitectureIsTrue() throws IOException {
        List<String> drawn = Files.readAllLines(Path.of("docs/architecture.md")).stream()
                .dropWhile(line -> !line.equals("<!-- modules -->")).filter(line -> line.matches(" {2}\\w+ --> \\w+"))
                .map(String::strip).toList();

        List<String> declared = names()
                .flatMap(name -> Arrays.stream(requireNonNull(declared(name), name).allowedDependencies())
                        .filter(used -> !USED_BY_ALL.contains(used))
                        .map(used -> name.substring("zhiyin.".length()) + " --> " + used))
                .sorted().toList();

        assertThat(drawn).isEqualTo(declared);
    }

    private Stream<String> names() {
        return modules.stream().map(module -> module.getBasePackage().getName())
                .filter(name -> name.startsWith("zhiyin."));
    }

    private static @Nullable ApplicationModule declared(String name) {
        try {
            return Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException undocumented) {
            throw new AssertionError("Package %s has no package-info".formatted(name), undocumented);
        }
    }
}
