package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Keeps a tested hub away from the developer's own data, and from starting stores of its own. */
class TestSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        // the hubs of a run are kept, and each would keep ten connections
        Map<String, Object> settings = Map.of("zhiyin.stores", "external", "zhiyin.data", freshFolder().toString(),
                "spring.datasource.hikari.minimum-idle", "0", "spring.datasource.hikari.idle-timeout", "10000");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("hub test", settings));
    }

    private static Path freshFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "hub");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
