package zhiyin.graph;

import org.neo4j.driver.Driver;

/** A graph with the constraints and indexes that the hub gives it, for benchmarks. */
public final class MigratedGraph {

    private MigratedGraph() {}

    /** Makes them. */
    public static void make(Driver driver) {
        GraphMigrations migrations = new GraphMigrations(driver);
        migrations.apply();
        migrations.awaitIndexes();
    }
}
