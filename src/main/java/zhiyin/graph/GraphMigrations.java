package zhiyin.graph;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import ac.simons.neo4j.migrations.core.Migrations;
import ac.simons.neo4j.migrations.core.MigrationsConfig;

/** Brings the graph's constraints and indexes to the newest version; each version is applied once. */
@Component
public class GraphMigrations {

    private final Driver driver;

    GraphMigrations(Driver driver) {
        this.driver = driver;
    }

    /** Applies the migrations in {@code classpath:graph/migrations} that this graph has not seen. */
    public void apply() {
        MigrationsConfig config = MigrationsConfig.builder().withLocationsToScan("classpath:graph/migrations")
                .withResourceScanner(GraphMigrations::scan).build();
        new Migrations(config, driver).apply();
    }

    /** Waits until every index can be used, however much there was for it to take up. */
    public void awaitIndexes() {
        try (Session session = driver.session()) {
            session.run("CALL db.awaitIndexes($seconds)", Map.of("seconds", Duration.ofDays(1).toSeconds())).consume();
        }
    }

    /** Looks into the named folders only, where the migrations' own scanner opens every jar of the class path. */
    private static List<URL> scan(List<String> folders) {
        List<URL> found = new ArrayList<>();
        try {
            for (String folder : folders) {
                for (Resource file : new PathMatchingResourcePatternResolver()
                        .getResources("classpath:" + folder + "/**/*.cypher")) {
                    found.add(file.getURL());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
