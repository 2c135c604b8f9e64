package zhiyin.graph;

import org.neo4j.driver.Driver;
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
        new Migrations(MigrationsConfig.builder().withLocationsToScan("classpath:graph/migrations").build(), driver)
                .apply();
    }
}
